/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.nn.Init;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Shape;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {
    private static final int COUNT = 10_000;

    @Test
    void theSameSeedAndNameGiveTheSameNumbers() {
        float[] once = draw(1, "a.weight", Init.fanIn(4));

        assertThat(draw(1, "a.weight", Init.fanIn(4))).isEqualTo(once);
        assertThat(draw(2, "a.weight", Init.fanIn(4))).isNotEqualTo(once);
        assertThat(draw(1, "b.weight", Init.fanIn(4))).isNotEqualTo(once);
    }

    @Test
    void uniformNumbersFillTheirRange() {
        float[] drawn = draw(1, "a", new Init.Uniform(0.5));

        assertThat(mean(drawn)).isCloseTo(0, within(0.02));
        assertThat(deviation(drawn)).isCloseTo(0.5 / Math.sqrt(3), within(0.02));
        for (float value : drawn) {
            assertThat(value).isBetween(-0.5f, 0.5f);
        }
    }

    @Test
    void normalNumbersHaveTheirDeviation() {
        float[] drawn = draw(1, "a", new Init.Normal(2));

        assertThat(mean(drawn)).isCloseTo(0, within(0.06));
        assertThat(deviation(drawn)).isCloseTo(2, within(0.06));
    }

    @Test
    void whatIsComputedIsNotDrawn() {
        assertThat(draw(1, "a", Init.ONES)).containsOnly(1);
        assertThat(draw(1, "a", new Init.Computed(i -> 2.0 * i))).startsWith(0, 2, 4);
    }

    private static float[] draw(long seed, String name, Init init) {
        FloatBuffer target = FloatBuffer.allocate(COUNT);
        new InitialWeights(seed).fill(new ParameterSpec(name, Shape.of(COUNT / 10, 10), init, true), target);
        return target.array();
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double deviation(float[] values) {
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * (double) values[i])
                .average()
                .orElseThrow());
    }
}
