/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangesTest {
    @Test
    void zeroIsALevelAndTheRangeGoesAQuarterFurtherThanSeen() {
        Ranges ranges = new Ranges(3);
        ranges.saw(0, 2, 8);
        ranges.saw(1, -4, 4);
        ranges.saw(2, -8, -1);

        assertThat(ranges.zero(0)).isZero();
        assertThat(ranges.scale(0)).isEqualTo(10f / 255);
        assertThat(ranges.zero(1)).isBetween(127, 128);
        assertThat(ranges.scale(1)).isEqualTo(10f / 255);
        assertThat(ranges.zero(2)).isEqualTo(255);
    }

    @Test
    void aPointWhereNothingHappensHasAScaleAllTheSame() {
        Ranges ranges = new Ranges(1);
        ranges.saw(0, 0, 0);

        assertThat(ranges.scale(0)).isEqualTo(1);
        assertThat(ranges.zero(0)).isZero();
    }

    @Test
    void eachRowOfAWeightHasAScaleOfItsOwn() {
        Numbers.Rows rows = Numbers.rounded(new float[] {1, -2, 0, 100, 50, 0}, 2, 127);

        assertThat(rows.levels()).containsExactly(64, -127, 0, 127, 64, 0);
        assertThat(rows.scales()).containsExactly(2f / 127, 100f / 127);
        assertThat(Numbers.turned(new byte[] {1, 2, 3, 4, 5, 6}, 2)).containsExactly(1, 4, 2, 5, 3, 6);
    }
}
