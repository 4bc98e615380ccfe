/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.onnx.OnnxEngine;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network against what LeRobot computes. */
class ActParityTest {
    private static final Offset<Float> PARITY = Offset.offset(2e-5f);

    @TempDir
    static Path home;

    private static OnnxEngine engine;

    @BeforeAll
    static void openEngine() {
        engine = new OnnxEngine(new Natives(home, "test"));
    }

    @Test
    void aSmallNetworkActsAsLeRobots() throws IOException {
        Map<String, Tensor> inputs = inputs("golden/inputs_normalised", Golden.SMALL);
        ProgramRequest request = new ProgramRequest(
                "act",
                new ActInference(Golden.SMALL),
                new FileWeights(Golden.file("golden/model")),
                Golden.ports(inputs),
                "cpu",
                1,
                false);
        try (Program program = engine.prepare(request)) {
            Golden.fill(program, inputs);
            program.run();

            assertThat(Golden.output(program, "action"))
                    .containsExactly(
                            Golden.file("golden/outputs")
                                    .tensor("actions_normalised")
                                    .floats(),
                            PARITY);
            assertThat(program.unusedWeights()).allMatch(name -> name.startsWith("model.vae_encoder"));
        }
    }

    @Test
    void theWholeDefaultNetworkActsAsLeRobots() throws IOException {
        Map<String, Tensor> inputs = inputs("full/inputs_normalised", Golden.FULL);
        ProgramRequest request = new ProgramRequest(
                "act",
                new ActInference(Golden.FULL),
                new FormulaWeights(Golden.path("full/weights.csv")),
                Golden.ports(inputs),
                "cpu",
                0,
                false);
        try (Program program = engine.prepare(request)) {
            Golden.fill(program, inputs);
            program.run();

            assertThat(Golden.output(program, "action"))
                    .containsExactly(
                            Golden.file("full/outputs")
                                    .tensor("actions_normalised")
                                    .floats(),
                            PARITY);
        }
    }

    @Test
    void itsLossesAreLeRobots() throws IOException {
        Map<String, Tensor> inputs = inputs("golden/inputs_normalised", Golden.SMALL);
        SafeTensors raw = Golden.file("golden/inputs_normalised");
        inputs.put(ActModel.ACTION, raw.tensor(ActModel.ACTION));
        inputs.put(ActModel.PADDING, raw.tensor(ActModel.PADDING));
        inputs.put(ActLoss.NOISE, Golden.file("golden/train_eps").tensor("eps"));
        inputs.put(ActLoss.LEARNING, Tensor.of(ActLoss.LEARNING, new long[] {1}, new float[] {1}));
        ProgramRequest request = new ProgramRequest(
                "act-loss",
                new ActLoss(Golden.SMALL, 10),
                new FileWeights(Golden.file("golden/model")),
                Golden.ports(inputs),
                "cpu",
                1,
                false);
        try (Program program = engine.prepare(request)) {
            Golden.fill(program, inputs);
            program.run();

            assertThat(Golden.output(program, "l1_loss")[0]).isCloseTo(1.133398175239563f, within(1.1e-5f));
            assertThat(Golden.output(program, "kld_loss")[0]).isCloseTo(4.3011698722839355f, within(4.3e-5f));
            assertThat(Golden.output(program, "loss")[0]).isCloseTo(44.14509963989258f, within(4.4e-4f));
            assertThat(program.unusedWeights()).isEmpty();
        }
    }

    private static Map<String, Tensor> inputs(String name, ActShape shape) throws IOException {
        SafeTensors file = Golden.file(name);
        Map<String, Tensor> inputs = new TreeMap<>();
        inputs.put(ActModel.STATE, file.tensor(ActModel.STATE));
        for (String camera : shape.ports().cameras()) {
            inputs.put(camera, file.tensor(camera));
        }
        return inputs;
    }
}
