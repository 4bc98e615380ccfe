/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.testkit.OperationCase;
import dev.tendon.nn.train.TrainingProgram;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation's gradient against the differences of its result. */
class GradientsTest {
    /** Small enough for what curves, large enough for what single precision loses: their errors are about equal here. */
    private static final float STEP = 4e-3f;

    static List<OperationCase> cases() throws IOException {
        return OperationCase.all().stream()
                .filter(operation ->
                        !operation.trainingRequest().weights().names().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSlopeOfTheResult(OperationCase operation) throws IOException {
        try (TrainingProgram program = Engines.djl().prepare(operation.trainingRequest())) {
            operation.fill(program);
            program.step(0);

            for (ParameterSpec parameter : program.parameters()) {
                if (parameter.trainable()) {
                    compare(program, parameter.name());
                }
            }
        }
    }

    private static void compare(TrainingProgram program, String parameter) {
        FloatBuffer values = program.value(parameter);
        FloatBuffer gradient = program.gradient(parameter);
        for (int i = 0; i < values.capacity(); i++) {
            double slope = slope(program, values, i);
            Offset<Double> near = Offset.offset(0.01 * Math.max(1, Math.abs(slope)));
            assertThat((double) gradient.get(i)).as("%s[%d]", parameter, i).isCloseTo(slope, near);
        }
    }

    private static double slope(TrainingProgram program, FloatBuffer values, int index) {
        float before = values.get(index);
        values.put(index, before + STEP);
        program.evaluate();
        double above = program.output("loss");
        values.put(index, before - STEP);
        program.evaluate();
        double below = program.output("loss");
        values.put(index, before);
        return (above - below) / (2.0 * STEP);
    }
}
