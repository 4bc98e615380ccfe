/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.Binary;
import dev.tendon.nn.Program;
import dev.tendon.nn.Reduction;
import dev.tendon.nn.Unary;
import dev.tendon.nn.testkit.OperationCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsTest {
    /** Sums of up to 150 products of about 1 each, in another order. */
    private static final Offset<Float> NEAR = Offset.offset(3e-5f);

    @TempDir
    static Path home;

    private static OnnxEngine engine;

    @BeforeAll
    static void openEngine() {
        engine = new OnnxEngine(new Natives(home, "test"));
    }

    static List<OperationCase> cases() throws IOException {
        return OperationCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesWhatPyTorchComputes(OperationCase operation) throws IOException {
        try (Program program = engine.prepare(operation.request())) {
            operation.fill(program);

            program.run();

            assertThat(program.outputs().get(0).shape()).isEqualTo(operation.expectedShape());
            float[] result = new float[operation.expected().length];
            program.floats("y").get(result);
            assertThat(result).containsExactly(operation.expected(), NEAR);
            assertThat(program.unusedWeights()).isEmpty();
        }
    }

    @Test
    void everyFunctionHasACase() throws IOException {
        List<String> functions = Stream.of(
                        Arrays.stream(Unary.values()).map(f -> "map." + f),
                        Arrays.stream(Binary.values()).map(f -> "combine." + f),
                        Arrays.stream(Reduction.values()).map(f -> "reduce." + f))
                .flatMap(names -> names)
                .toList();

        assertThat(cases()).extracting(OperationCase::toString).containsAll(functions);
    }
}
