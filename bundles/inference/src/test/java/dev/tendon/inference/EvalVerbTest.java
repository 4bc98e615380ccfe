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
import dev.tendon.inference.env.EnvEval;
import dev.tendon.inference.env.EnvOptions;
import dev.tendon.inference.eval.EvalOptions;
import dev.tendon.inference.eval.EvalVerb;
import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.onnx.OnnxEngine;
import dev.tendon.safetensors.SafeTensorsWriter;
import dev.tendon.safetensors.Tensor;
import dev.tendon.shell.Verb;
import dev.tendon.shell.testkit.FakeConsole;
import dev.tendon.video.Video;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that plans to do three times what the dataset did once: it is so far off as it looks ahead. See {@code golden/README.md}. */
class EvalVerbTest {
    private static final int JOINTS = 6;
    private static final int PLANNED = 3 * JOINTS;

    @TempDir
    Path folder;

    private final FakeConsole talk = new FakeConsole();
    private EvalVerb verb;
    private Chosen<PolicyType<?>> chunk;
    private Path dataset;

    @BeforeEach
    void installAPolicyAndAnEngine() throws IOException, URISyntaxException {
        Policies policies = new Policies(new OneChoice());
        policies.types = List.of(Map.entry(Map.of(Choice.PROPERTY, new String[] {"chunk"}), new ChunkType()));
        Engines engines = new Engines();
        engines.engines =
                List.of(Map.entry(Map.of(InferenceEngine.NAME, "onnx"), new OnnxEngine(new Natives(folder, "test"))));
        chunk = new Chosen<>("chunk", Map.of("pretrained_path", folder));
        verb = new EvalVerb(policies, engines, noVideo(), new EnvEval(new OneChoice(), noVideo()));
        dataset = Path.of(EvalVerbTest.class.getResource("/golden/v3.0-image").toURI());
        float[] weight = new float[PLANNED * JOINTS];
        for (int i = 0; i < PLANNED; i++) {
            weight[i * JOINTS + i % JOINTS] = 1;
        }
        float[] bias = new float[PLANNED];
        Arrays.fill(bias, 0.5f);
        SafeTensorsWriter.write(
                folder.resolve("model.safetensors"),
                Map.of(),
                List.of(
                        Tensor.of("head.weight", new long[] {PLANNED, JOINTS}, weight),
                        Tensor.of("head.bias", new long[] {PLANNED}, bias)));
    }

    private EvalOptions options(Optional<List<Integer>> episodes, Map<String, String> renames) {
        return new EvalOptions(
                chunk,
                new EvalOptions.DatasetOptions(Optional.empty(), Optional.of(dataset), episodes),
                Optional.empty(),
                new EnvOptions(1, 1, 0, true, false),
                1000,
                20,
                "onnx",
                renames,
                Optional.of(folder.resolve("out")));
    }

    @Test
    void tellsTheErrorByJointAndByHowFarAhead() throws Exception {
        assertThat(verb.run(options(Optional.empty(), Map.of()), talk)).isEqualTo(Verb.DONE);

        // five plans an episode, each of which is carried out for two frames, and one frame off in the second
        assertThat(talk.json)
                .containsEntry("plans", 10L)
                .containsEntry("every_frames", 2)
                .containsEntry("n_action_steps", 2)
                .containsEntry("episodes", 2);
        assertThat(map(talk.json.get("overall")).get("action_mae")).isEqualTo(0.5);
        // at a beginning the first action stands in for the last: 0 and 1; later 1 and 2
        assertThat(map(talk.json.get("overall")).get("hold_mae")).isEqualTo((2 * 0.5 + 8 * 1.5) / 10);
        assertThat(map(list("joints").get(5)))
                .containsEntry("name", "gripper.pos")
                .containsEntry("mae", 0.5)
                .containsEntry("rms", Math.sqrt(0.5));
        assertThat(list("horizon").stream().map(each -> map(each).get("action_mae")))
                .containsExactly(0.0, 1.0, 2.0);
        assertThat(map(list("per_episode").get(1)))
                .containsEntry("episode_index", 1)
                .containsEntry("action_mae", 0.5);
        assertThat(String.join("\n", talk.out)).contains("gripper.pos", "0.38 times");
        assertThat(folder.resolve("out/eval_info.json")).content().contains("\"action_mae\": 0.5");
        assertThat(folder.resolve("out/report.html")).content().contains("gripper.pos", "<svg", "mean action");
    }

    @Test
    void takesTheEpisodesThatAreNamed() throws Exception {
        verb.run(options(Optional.of(List.of(1)), Map.of()), talk);

        assertThat(talk.json).containsEntry("plans", 5L).containsEntry("episodes", 1);
        assertThatThrownBy(() -> verb.run(options(Optional.of(List.of(7)), Map.of()), talk))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no episode 7");
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> verb.run(
                        options(Optional.empty(), Map.of("observation.images.front", "observation.state")), talk))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("observation.images.front")
                .hasMessageContaining("[6]")
                .hasMessageContaining("--rename_map");
    }

    @Test
    void asksForADataset() {
        EvalOptions none = new EvalOptions(
                chunk,
                new EvalOptions.DatasetOptions(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                new EnvOptions(1, 1, 0, true, false),
                1000,
                20,
                "onnx",
                Map.of(),
                Optional.empty());
        assertThatThrownBy(() -> verb.run(none, talk)).hasMessageContaining("--dataset.root");
    }

    private List<?> list(String key) {
        return (List<?>) talk.json.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }

    private static Video noVideo() {
        return (Video) Proxy.newProxyInstance(
                Video.class.getClassLoader(), new Class<?>[] {Video.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException("This dataset has pictures only");
                });
    }

    private static final class OneChoice implements Choices {
        @Override
        public List<ChoiceInfo> list() {
            return List.of();
        }

        @Override
        public <C extends Record> C bind(ChoiceType<C> type, Chosen<?> chosen) {
            return type.configType()
                    .cast(new ChunkType.Config((Path) chosen.options().get("pretrained_path")));
        }
    }
}
