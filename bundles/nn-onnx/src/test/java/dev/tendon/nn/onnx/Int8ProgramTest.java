/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.CountsFlops;
import dev.tendon.nn.Precision;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Int8ProgramTest {
    @TempDir
    Path home;

    private OnnxEngine engine;

    @BeforeEach
    void openEngine() {
        engine = new OnnxEngine(new Natives(home, "test"));
    }

    @Test
    void theFirstRunIsExactAndTheNextAreNear() throws IOException {
        try (Program exact = engine.prepare(request(Precision.FLOAT32));
                Program near = engine.prepare(request(Precision.INT8))) {
            float[] first = run(exact, 1);
            assertThat(run(near, 1)).containsExactly(first, Offset.offset(1e-4f));
            for (int seed = 1; seed < 5; seed++) {
                float[] wanted = run(exact, seed);
                float[] got = run(near, seed);
                assertThat(got).isNotEqualTo(wanted);
                assertThat(worst(got, wanted)).isLessThan(0.1 * spread(wanted));
            }
        }
    }

    @Test
    void countsTheSameOperationsInIntegers() throws IOException {
        try (Program exact = engine.prepare(request(Precision.FLOAT32));
                Program near = engine.prepare(request(Precision.INT8))) {
            long convolutions = 2 * (16 * 16 * 16 * 3 * 49L + 2 * 8 * 8 * 16 * 16 * 9L + 8 * 8 * 128 * 16L);
            long layers = 2 * (64L * 128 * 128 * 4 + 64 * 128 * 256L + 64 * 256 * 6L);
            long attention = 2 * 2 * 64L * 64 * 128;
            assertThat(((CountsFlops) exact).flops()).isEqualTo(convolutions + layers + attention);
            assertThat(((CountsFlops) near).flops()).isEqualTo(convolutions + layers + attention);
        }
    }

    @Test
    void itsOutputsAreTheNetworksAlone() throws IOException {
        try (Program near = engine.prepare(request(Precision.INT8))) {
            assertThat(near.outputs()).hasSize(1);
            assertThat(near.outputs().get(0).name()).isEqualTo("action");
            assertThat(near.unusedWeights()).isEmpty();
        }
    }

    @Test
    void keepsItsMemoryWhenTheIntegersTakeOver() throws IOException {
        try (Program near = engine.prepare(request(Precision.INT8))) {
            FloatBuffer before = near.floats("action");
            run(near, 1);
            run(near, 2);
            assertThat(before.get(0)).isEqualTo(near.floats("action").get(0));
        }
    }

    @Test
    void goesOnInSinglePrecisionWhereTheFirstObservationIsNoNumber() throws IOException {
        try (Program exact = engine.prepare(request(Precision.FLOAT32));
                Program near = engine.prepare(request(Precision.INT8))) {
            near.floats("picture").put(0, Float.NaN);
            near.run();
            assertThat(run(near, 2)).containsExactly(run(exact, 2), Offset.offset(1e-4f));
        }
    }

    @Test
    void aClosedOneSaysSo() throws IOException {
        Program near = engine.prepare(request(Precision.INT8));
        run(near, 1);
        near.close();
        near.close();
        assertThatThrownBy(near::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    private static ProgramRequest request(Precision precision) {
        return new ProgramRequest(
                "pictures",
                new PicturesNetwork(),
                PicturesNetwork.weights(),
                PicturesNetwork.INPUTS,
                "cpu",
                1,
                precision,
                true);
    }

    private static float[] run(Program program, long seed) {
        Random random = new Random(seed);
        FloatBuffer picture = program.floats("picture");
        while (picture.hasRemaining()) {
            picture.put(random.nextFloat());
        }
        program.run();
        FloatBuffer action = program.floats("action");
        float[] result = new float[action.remaining()];
        action.get(result);
        return result;
    }

    private static double worst(float[] a, float[] b) {
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            worst = Math.max(worst, Math.abs(a[i] - b[i]));
        }
        return worst;
    }

    private static double spread(float[] values) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }
}
