/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.lib.djl.PyTorch;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.djl.DjlEngine;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.nn.train.TrainingRequest;
import dev.tendon.optim.Lanes;
import dev.tendon.optim.Optimizer;
import dev.tendon.optim.ParameterGroup;
import dev.tendon.optim.TrainedParameter;
import dev.tendon.optim.internal.AdamWConfig;
import dev.tendon.optim.internal.AdamWType;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the network learns from a batch against what LeRobot's learns. */
class GradientParityTest {
    /** Of a tensor's largest gradient: sums in another order. */
    private static final double PARITY = 1e-5;

    /** A gradient above this is no rounding noise; one below moves its weight by the learning rate whichever way it falls. */
    private static final double CLEAR = 1e-5;

    /** A tenth of what a step moves a weight. */
    private static final double LIKE = 1e-6;

    /** What three steps move one. */
    private static final double ASTRAY = 3e-5;

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

    @Test
    void threeStepsOfItsOptimizerLeadToLeRobotsWeights() throws IOException {
        double[] losses = {44.14509963989258, 43.93975067138672, 43.73590850830078};
        double[] norms = {263.5824890136719, 262.8031921386719, 261.9718322753906};
        try (TrainingProgram program = program();
                Lanes lanes = new Lanes(1)) {
            AdamWConfig options = new AdamWConfig(1e-5, 1e-4, 10, List.of(0.9, 0.999), 1e-8);
            Optimizer optimizer = new AdamWType().create(options, groups(program), lanes);
            for (int step = 0; step < losses.length; step++) {
                program.step(step);
                assertThat(program.output("loss")).isCloseTo(losses[step], within(1e-5 * losses[step]));
                assertThat(optimizer.clip()).isCloseTo(norms[step], within(1e-5 * norms[step]));
                optimizer.step();
            }
            program.evaluate();

            assertThat(program.output("loss")).isCloseTo(43.53309631347656, within(4.4e-4));
            compareWeights(program);
        }
    }

    private static List<ParameterGroup> groups(TrainingProgram program) {
        Map<Boolean, List<TrainedParameter>> backbone = program.parameters().stream()
                .filter(ParameterSpec::trainable)
                .collect(partitioningBy(
                        parameter -> parameter.name().startsWith("model.backbone"),
                        mapping(
                                parameter -> new TrainedParameter(
                                        parameter.name(),
                                        parameter.shape(),
                                        program.value(parameter.name()),
                                        () -> program.gradient(parameter.name())),
                                toList())));
        return List.of(
                new ParameterGroup("others", backbone.get(false)),
                new ParameterGroup("backbone", backbone.get(true)).withRate(1e-5));
    }

    private static void compareWeights(TrainingProgram program) throws IOException {
        SafeTensors gradients = Golden.file("golden/train_gradients");
        SafeTensors trained = Golden.file("golden/trained");
        for (String name : trained.names()) {
            float[] wanted = trained.tensor(name).floats();
            float[] gradient =
                    gradients.names().contains(name) ? gradients.tensor(name).floats() : wanted;
            FloatBuffer values = program.value(name);
            for (int i = 0; i < wanted.length; i++) {
                double near = Math.abs(gradient[i]) > CLEAR ? LIKE : ASTRAY;
                assertThat(values.get(i)).as("%s[%d]", name, i).isCloseTo(wanted[i], within((float) near));
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
