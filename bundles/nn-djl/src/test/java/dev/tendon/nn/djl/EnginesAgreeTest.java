/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import dev.tendon.nn.onnx.OnnxEngine;
import dev.tendon.nn.testkit.OperationCase;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one engine computes, the other computes, of numbers that nobody chose. */
class EnginesAgreeTest {
    private static final Offset<Float> NEAR = Offset.offset(5e-5f);

    @TempDir
    static Path home;

    private static InferenceEngine onnx;

    @BeforeAll
    static void openEngine() {
        onnx = new OnnxEngine(new Natives(home, "test"));
    }

    static List<OperationCase> cases() throws IOException {
        return OperationCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onOtherNumbers(OperationCase operation) throws IOException {
        try (Program one = onnx.prepare(operation.request());
                Program other = Engines.djl().prepare(operation.request())) {
            Random random = new Random(operation.toString().hashCode());
            for (int round = 0; round < 5; round++) {
                operation.fill(one);
                one.inputs().forEach(port -> vary(port, one, random));
                one.inputs().forEach(port -> other.bytes(port.name()).put(one.bytes(port.name())));

                one.run();
                other.run();

                assertThat(floats(other)).containsExactly(floats(one), NEAR);
            }
        }
    }

    /** Makes finite numbers others of about their size and the same sign: logarithms and roots want it. */
    private static void vary(Port port, Program program, Random random) {
        if (port.kind() == ElementKind.FLOAT32) {
            FloatBuffer values = program.floats(port.name());
            for (int i = 0; i < values.capacity(); i++) {
                values.put(i, values.get(i) * (0.5f + random.nextFloat()));
            }
        }
    }

    private static float[] floats(Program program) {
        FloatBuffer values = program.floats("y");
        float[] copy = new float[values.remaining()];
        values.get(copy);
        return copy;
    }
}
