/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTimesTest {
    private static final long FULL_NS = 20_000_000;

    private final AnswerTimes times = new AnswerTimes();

    @Test
    void waitsTheFullTimeBeforeAnythingIsKnown() {
        assertThat(times.limitNs(6, FULL_NS)).isEqualTo(FULL_NS);
    }

    @Test
    void waitsTwiceAsLongAsAnswersTakeAndAMargin() {
        times.answered(6, 1_500_000);
        assertThat(times.limitNs(6, FULL_NS)).isEqualTo(3_000_000 + AnswerTimes.MARGIN_NS);
        assertThat(times.limitNs(5, FULL_NS)).as("another number of servos").isEqualTo(FULL_NS);
    }

    @Test
    void neverWaitsLongerThanTheFullTime() {
        times.answered(6, 15_000_000);
        assertThat(times.limitNs(6, FULL_NS)).isEqualTo(FULL_NS);
    }

    @Test
    void aSlowerAnswerCountsAtOnceAndQuickerOnesLittleByLittle() {
        times.answered(6, 640_000);
        times.answered(6, 1_280_000);
        assertThat(times.limitNs(6, FULL_NS)).isEqualTo(2 * 1_280_000 + AnswerTimes.MARGIN_NS);
        times.answered(6, 640_000);
        assertThat(times.limitNs(6, FULL_NS)).isEqualTo(2 * 1_270_000 + AnswerTimes.MARGIN_NS);
    }

    @Test
    void waitsLongerAfterAMissedAnswerSinceAllMayHaveBecomeSlower() {
        times.answered(6, 800_000);
        times.missed(6);
        assertThat(times.limitNs(6, FULL_NS)).isEqualTo(2 * 900_000 + AnswerTimes.MARGIN_NS);
    }
}
