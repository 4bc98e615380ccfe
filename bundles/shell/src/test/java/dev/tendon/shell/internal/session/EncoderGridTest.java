/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncoderGridTest {
    /** As lerobot 0.6 makes degrees of encoder steps, kept as float32. */
    static double[] degrees(double middle, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToDouble(step -> (float) ((step - middle) * 360 / 4095))
                .toArray();
    }

    /** As lerobot 0.6 makes -100..100 of encoder steps, kept as float32. */
    static double[] percent(int lowest, int span, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToDouble(step -> (float) ((step - lowest) * 200.0 / span - 100))
                .toArray();
    }

    @Test
    void recognisesDegreesAroundAWholeStep() {
        assertThat(EncoderGrid.of(degrees(2047, 1500, 2500))).isEqualTo(EncoderGrid.Verdict.DEGREES);
    }

    @Test
    void recognisesDegreesThatGoBeyondHundred() {
        assertThat(EncoderGrid.of(degrees(2047.5, 500, 2500))).isEqualTo(EncoderGrid.Verdict.DEGREES);
    }

    @Test
    void recognisesSignedPercentOfAnyCalibration() {
        for (int span : new int[] {811, 1834, 2276, 4095}) {
            assertThat(EncoderGrid.of(percent(700, span, 700, 700 + span / 2)))
                    .as("span %d", span)
                    .isEqualTo(EncoderGrid.Verdict.SIGNED_PERCENT);
        }
    }

    @Test
    void cannotTellASpanOf2275StepsFromDegreesAroundAHalfStep() {
        assertThat(EncoderGrid.of(percent(0, 2275, 500, 1500))).isEqualTo(EncoderGrid.Verdict.UNDECIDED);
    }

    @Test
    void leavesFewValuesUndecided() {
        assertThat(EncoderGrid.of(degrees(2047, 1500, 1506))).isEqualTo(EncoderGrid.Verdict.UNDECIDED);
        assertThat(EncoderGrid.of(new double[100])).isEqualTo(EncoderGrid.Verdict.UNDECIDED);
    }

    @Test
    void leavesAPolicysNumbersUndecided() {
        double[] smooth =
                IntStream.range(0, 100).mapToDouble(i -> 40 * Math.sin(i * 0.1)).toArray();

        assertThat(EncoderGrid.of(smooth)).isEqualTo(EncoderGrid.Verdict.UNDECIDED);
    }
}
