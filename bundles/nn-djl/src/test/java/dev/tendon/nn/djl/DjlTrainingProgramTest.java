/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Port;
import dev.tendon.nn.Shape;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.nn.train.TrainingRequest;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DjlTrainingProgramTest {
    private final DjlEngine engine = Engines.djl();

    @Test
    void descendsWhenItsParametersFollowTheirGradients() throws IOException {
        try (TrainingProgram program = engine.prepare(request(0, name -> false))) {
            fill(program);
            program.evaluate();
            double before = program.output("loss");
            for (int i = 0; i < 50; i++) {
                program.step(i);
                program.parameters().forEach(parameter -> descend(program, parameter.name()));
            }
            program.evaluate();

            assertThat(program.output("loss")).isLessThan(before / 4);
        }
    }

    @Test
    void theSameSeedDropsTheSame() throws IOException {
        try (TrainingProgram program = engine.prepare(request(0.5, name -> false))) {
            fill(program);
            program.step(7);
            double loss = program.output("loss");
            float[] gradient = gradient(program, "hidden.weight");
            program.step(8);
            double other = program.output("loss");
            program.step(7);

            assertThat(program.output("loss")).isEqualTo(loss).isNotEqualTo(other);
            assertThat(gradient(program, "hidden.weight")).isEqualTo(gradient);
        }
    }

    @Test
    void evaluationDropsNothingAndLeavesGradientsAlone() throws IOException {
        try (TrainingProgram program = engine.prepare(request(0.5, name -> false))) {
            fill(program);
            program.step(7);
            float[] gradient = gradient(program, "head.weight");
            program.evaluate();
            double loss = program.output("loss");
            program.evaluate();

            assertThat(program.output("loss")).isEqualTo(loss);
            assertThat(gradient(program, "head.weight")).isEqualTo(gradient);
        }
    }

    @Test
    void whatIsFrozenGetsNoGradient() throws IOException {
        try (TrainingProgram program = engine.prepare(request(0, name -> name.startsWith("hidden")))) {
            fill(program);
            program.step(0);

            assertThat(program.gradient("hidden.weight")).isNull();
            assertThat(program.gradient("head.weight")).isNotNull();
            assertThat(program.parameters())
                    .filteredOn(ParameterSpec::trainable)
                    .extracting(ParameterSpec::name)
                    .containsExactly("head.weight", "head.bias", "unused.weight");
        }
    }

    @Test
    void whatNothingFlowsToHasNoGradient() throws IOException {
        try (TrainingProgram program = engine.prepare(request(0, name -> false))) {
            fill(program);
            program.step(0);

            assertThat(program.gradient("unused.weight")).isNull();
            assertThatThrownBy(() -> program.gradient("no.weight")).hasMessageContaining("no.weight");
        }
    }

    @Test
    void missingWeightsAreDrawnFromSeedAndName() throws IOException {
        try (TrainingProgram one = engine.prepare(request(0, name -> false));
                TrainingProgram other = engine.prepare(request(0, name -> true))) {
            assertThat(values(one, "hidden.weight")).isEqualTo(values(other, "hidden.weight"));
            assertThat(values(one, "hidden.weight")).doesNotContain(0);
        }
    }

    @Test
    void refusesANetworkWithoutALoss() {
        TrainingRequest request = request(0, name -> false);
        TrainingRequest without = new TrainingRequest(
                "test", new Regression(0, "error"), request.weights(), request.inputs(), "cpu", 1, 0, name -> false);

        assertThatThrownBy(() -> engine.prepare(without))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining("error")
                .hasMessageContaining("loss");
    }

    @Test
    void refusesADeviceThatIsNotThere() {
        TrainingRequest request = request(0, name -> false);
        TrainingRequest onGpu = new TrainingRequest(
                "test", request.network(), request.weights(), request.inputs(), "cuda", 1, 0, name -> false);

        assertThatThrownBy(() -> engine.prepare(onGpu))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cuda");
    }

    @Test
    void aClosedProgramSaysSo() throws IOException {
        TrainingProgram program = engine.prepare(request(0, name -> false));
        program.close();
        program.close();

        assertThatThrownBy(() -> program.step(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    /** Each step makes 2 MB of results: kept, they would be a gigabyte. */
    @Test
    void fiveHundredStepsTakeNoMoreMemoryThanAFew() throws IOException {
        try (TrainingProgram program = engine.prepare(request(0.1, name -> false))) {
            fill(program);
            for (int i = 0; i < 50; i++) {
                program.step(i);
            }
            long before = ResidentMemory.bytes();
            for (int i = 0; i < 500; i++) {
                program.step(i);
            }

            assertThat(ResidentMemory.bytes() - before).isLessThan(40L << 20);
        }
    }

    private static TrainingRequest request(double dropout, Predicate<String> frozen) {
        return new TrainingRequest(
                "test",
                new Regression(dropout, "loss"),
                Regression.NO_WEIGHTS,
                List.of(
                        new Port("x", ElementKind.FLOAT32, Shape.of(Regression.BATCH, 3)),
                        new Port("y", ElementKind.FLOAT32, Shape.of(Regression.BATCH, 1))),
                "cpu",
                1,
                42,
                frozen);
    }

    /** y = x₀ - 2x₁. */
    private static void fill(TrainingProgram program) {
        FloatBuffer x = program.floats("x");
        FloatBuffer y = program.floats("y");
        for (int i = 0; i < Regression.BATCH; i++) {
            float a = (float) Math.sin(i);
            float b = (float) Math.cos(2.0 * i);
            x.put(a).put(b).put(1);
            y.put(a - 2 * b);
        }
    }

    private static void descend(TrainingProgram program, String parameter) {
        FloatBuffer value = program.value(parameter);
        FloatBuffer gradient = program.gradient(parameter);
        for (int i = 0; gradient != null && i < value.capacity(); i++) {
            value.put(i, value.get(i) - 0.05f * gradient.get(i));
        }
    }

    private static float[] gradient(TrainingProgram program, String parameter) {
        return copy(program.gradient(parameter));
    }

    private static float[] values(TrainingProgram program, String parameter) {
        return copy(program.value(parameter));
    }

    private static float[] copy(FloatBuffer buffer) {
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
