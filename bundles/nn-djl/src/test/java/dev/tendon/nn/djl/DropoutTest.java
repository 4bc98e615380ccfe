/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final int COUNT = 100_001;

    @Test
    void dropsItsShareAndScalesTheOthers() {
        float[] mask = mask(new Dropout(3), 0.1);

        assertThat(share(mask, 0)).isCloseTo(0.1, within(0.004));
        assertThat(mask).containsOnly(0, 1 / 0.9f);
    }

    @Test
    void isAFunctionOfSeedAndUse() {
        Dropout one = new Dropout(3);
        Dropout other = new Dropout(3);
        float[] first = mask(one, 0.5);

        assertThat(mask(other, 0.5)).isEqualTo(first);
        assertThat(mask(one, 0.5)).isNotEqualTo(first).isEqualTo(mask(other, 0.5));
        assertThat(mask(new Dropout(4), 0.5)).isNotEqualTo(first);
    }

    @Test
    void neighboursAndUsesAreIndependent() {
        Dropout dropout = new Dropout(5);
        float[] one = mask(dropout, 0.5);
        float[] other = mask(dropout, 0.5);

        assertThat(agreement(one, other, 0)).isCloseTo(0.5, within(0.01));
        for (int lag : new int[] {1, 2, 16, 4096}) {
            assertThat(agreement(one, one, lag)).as("lag %d", lag).isCloseTo(0.5, within(0.01));
        }
    }

    private static float[] mask(Dropout dropout, double probability) {
        IntBuffer bits = IntBuffer.allocate(COUNT);
        dropout.fill(bits, probability);
        float[] mask = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            mask[i] = Float.intBitsToFloat(bits.get(i));
        }
        return mask;
    }

    private static double share(float[] values, float wanted) {
        int count = 0;
        for (float value : values) {
            count += value == wanted ? 1 : 0;
        }
        return (double) count / values.length;
    }

    private static double agreement(float[] one, float[] other, int lag) {
        int count = 0;
        for (int i = lag; i < one.length; i++) {
            count += one[i] == other[i - lag] ? 1 : 0;
        }
        return (double) count / (one.length - lag);
    }
}
