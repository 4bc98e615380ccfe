/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.nn.Program;
import dev.tendon.nn.testkit.OperationCase;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsTest {
    /** Sums of up to 150 products of about 1 each, in another order. */
    private static final Offset<Float> NEAR = Offset.offset(3e-5f);

    static List<OperationCase> cases() throws IOException {
        return OperationCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesWhatPyTorchComputes(OperationCase operation) throws IOException {
        try (Program program = Engines.djl().prepare(operation.request())) {
            operation.fill(program);

            program.run();

            assertThat(program.outputs().get(0).shape()).isEqualTo(operation.expectedShape());
            float[] result = new float[operation.expected().length];
            program.floats("y").get(result);
            assertThat(result).containsExactly(operation.expected(), NEAR);
            assertThat(program.unusedWeights()).isEmpty();
        }
    }
}
