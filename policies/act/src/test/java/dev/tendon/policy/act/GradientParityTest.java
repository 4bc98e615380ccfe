/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.lib.djl.PyTorch;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.djl.DjlEngine;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.nn.train.TrainingRequest;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the network learns from a batch against what LeRobot's learns. */
class GradientParityTest {
    /** Of a tensor's largest gradient: sums in another order. */
    private static final double PARITY = 1e-5;

    @Test
    void itsGradientsAreLeRobots() throws IOException {
        SafeTensors expected = Golden.file("golden/train_gradients");
        try (TrainingProgram program = program()) {
            program.step(0);

            assertThat(program.output("loss")).isCloseTo(44.14509963989258, within(4.4e-4));
            assertThat(program.parameters().stream()
                            .filter(ParameterSpec::trainable)
                            .map(ParameterSpec::name))
                    .containsExactlyInAnyOrderElementsOf(expected.names());
            for (String name : expected.names()) {
                float[] gradient = expected.tensor(name).floats();
                assertThat(copy(program.gradient(name))).as(name).containsExactly(gradient, near(gradient));
            }
        }
    }

    private static TrainingProgram program() throws IOException {
        SafeTensors batch = Golden.file("golden/inputs_normalised");
        Map<String, Tensor> inputs = new TreeMap<>();
        for (String name : batch.names()) {
            inputs.put(name, batch.tensor(name));
        }
        inputs.put(ActLoss.NOISE, Golden.file("golden/train_eps").tensor("eps"));
        inputs.put(ActLoss.LEARNING, Tensor.of(ActLoss.LEARNING, new long[] {1}, new float[] {1}));
        TrainingRequest request = new TrainingRequest(
                "act",
                new ActLoss(Golden.SMALL, 10),
                new FileWeights(Golden.file("golden/model")),
                Golden.ports(inputs),
                "cpu",
                1,
                0,
                name -> false);
        TrainingProgram program =
                new DjlEngine(new PyTorch(Path.of(System.getProperty("tendon.test.home")), "test")).prepare(request);
        Golden.fill(program, inputs);
        return program;
    }

    private static Offset<Float> near(float[] gradient) {
        float largest = 0;
        for (float value : gradient) {
            largest = Math.max(largest, Math.abs(value));
        }
        return within((float) Math.max(1e-6, PARITY * largest));
    }

    private static float[] copy(FloatBuffer gradient) {
        float[] values = new float[gradient.remaining()];
        gradient.get(values);
        return values;
    }
}
