/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.onnx.OnnxEngine;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.SafeTensorsWriter;
import dev.tendon.safetensors.Tensor;
import dev.tendon.shell.Verb;
import dev.tendon.shell.testkit.FakeConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyVerbsTest {
    private static final long[] SQUARE = {2, 2};

    @TempDir
    Path folder;

    private final FakeConsole talk = new FakeConsole();
    private Policies policies;
    private Engines engines;
    private Chosen<PolicyType<?>> head;

    @BeforeEach
    void installAPolicyAndAnEngine() throws IOException {
        policies = new Policies(new OneChoice());
        policies.types = List.of(Map.entry(Map.of(Choice.PROPERTY, new String[] {"head"}), new HeadType()));
        engines = new Engines();
        engines.engines =
                List.of(Map.entry(Map.of(InferenceEngine.NAME, "onnx"), new OnnxEngine(new Natives(folder, "test"))));
        head = new Chosen<>("head", Map.of("pretrained_path", folder));
        weights(new float[] {1, 2, 3, 4}, SQUARE);
    }

    private void weights(float[] weight, long[] shape) throws IOException {
        SafeTensorsWriter.write(
                folder.resolve("model.safetensors"),
                Map.of(),
                List.of(
                        Tensor.of("head.weight", shape, weight),
                        Tensor.of("head.bias", new long[] {2}, new float[] {0.5f, 0}),
                        Tensor.of("spare", new long[] {1}, new float[] {0})));
    }

    @Test
    void saysWhatACheckpointIs() throws IOException {
        assertThat(new InfoVerb(policies).run(new InfoOptions(head), talk)).isEqualTo(Verb.DONE);

        assertThat(talk.json).containsEntry("parameters", 7L).containsEntry("tensors", 3);
        assertThat(String.join("\n", talk.out))
                .contains("observation.state  state [2]")
                .contains("LeRobot 2025");
    }

    @Test
    void findsGoodWeightsGood() throws IOException {
        assertThat(new CheckVerb(policies, engines).run(new CheckOptions(head, "onnx"), talk))
                .isEqualTo(Verb.DONE);

        assertThat(talk.json).containsEntry("ok", true).containsEntry("unused_weights", List.of("spare"));
    }

    @Test
    void findsBrokenWeightsBroken() throws IOException {
        weights(new float[] {1, Float.NaN, 3, 4}, SQUARE);

        assertThat(new CheckVerb(policies, engines).run(new CheckOptions(head, "onnx"), talk))
                .isEqualTo(Verb.FAILED);
        assertThat(talk.json).containsEntry("ok", false);
    }

    @Test
    void saysWhichWeightDoesNotFit() throws IOException {
        weights(new float[] {1, 2, 3, 4}, new long[] {1, 4});
        CheckVerb verb = new CheckVerb(policies, engines);

        assertThatThrownBy(() -> verb.run(new CheckOptions(head, "onnx"), talk))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("head.weight is [1, 4]")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void runsRecordedObservationsInOrder() throws Exception {
        Path inputs = folder.resolve("in.safetensors");
        Path output = folder.resolve("out.safetensors");
        SafeTensorsWriter.write(
                inputs,
                Map.of(),
                List.of(
                        Tensor.of("1/observation.state", new long[] {1, 2}, new float[] {0, 1}),
                        Tensor.of("0/observation.state", new long[] {1, 2}, new float[] {1, 0})));

        new RunVerb(policies, engines).run(new RunOptions(head, inputs, output, "onnx"), talk);

        SafeTensors actions = SafeTensors.open(output);
        assertThat(actions.tensor("0/action").floats()).containsExactly(1.5f, 3);
        assertThat(actions.tensor("1/action").floats()).containsExactly(2.5f, 4);
        assertThat(actions.tensor("0/action").shape()).containsExactly(1, 2);
        assertThat(talk.json).containsEntry("steps", 2);
    }

    @Test
    void refusesObservationsThatAreNotThePolicys() throws IOException {
        Path inputs = folder.resolve("in.safetensors");
        RunVerb verb = new RunVerb(policies, engines);
        RunOptions options = new RunOptions(head, inputs, folder.resolve("out.safetensors"), "onnx");

        assertThatThrownBy(() -> verb.run(options, talk))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no file");
        write(inputs, "observation.state", new long[] {1, 2});
        assertThatThrownBy(() -> verb.run(options, talk)).hasMessageContaining("STEP/FEATURE");
        write(inputs, "0/observation.images.top", new long[] {1, 2});
        assertThatThrownBy(() -> verb.run(options, talk)).hasMessageContaining("step 0 has no \"observation.state\"");
        write(inputs, "0/observation.state", new long[] {2});
        assertThatThrownBy(() -> verb.run(options, talk)).hasMessageContaining("[1, 2]");
        assertThat(options.output()).doesNotExist();
    }

    private static void write(Path file, String name, long[] shape) throws IOException {
        SafeTensorsWriter.write(file, Map.of(), List.of(Tensor.of(name, shape, new float[] {1, 2})));
    }

    @Test
    void exportsOneFileAndOverwritesNone() throws IOException {
        ExportVerb verb = new ExportVerb(policies, engines);
        ExportOptions options = new ExportOptions(head, folder.resolve("head.onnx"));

        verb.run(options, talk);

        assertThat(Files.size(options.output())).isEqualTo(talk.json.get("bytes"));
        assertThatThrownBy(() -> verb.run(options, talk))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("exists");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void namesTheEnginesThatAreThere() {
        assertThatThrownBy(() -> engines.named("djl"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("djl")
                .hasMessageContaining("onnx");
    }

    @Test
    void saysThatAPolicyIsNotInstalled() {
        assertThatThrownBy(() -> policies.model(new Chosen<>("diffusion", Map.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("diffusion");
    }

    private static final class OneChoice implements Choices {
        @Override
        public List<ChoiceInfo> list() {
            return List.of();
        }

        @Override
        public <C extends Record> C bind(ChoiceType<C> type, Chosen<?> chosen) {
            return type.configType()
                    .cast(new HeadType.Config((Path) chosen.options().get("pretrained_path")));
        }
    }
}
