/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SimulatedClockTest {
    private final SimulatedClock clock = new SimulatedClock(100);

    @Test
    void passesOnlyWhenSomebodyWaits() throws InterruptedException {
        assertThat(clock.nanoTime()).isEqualTo(100);
        clock.sleepUntil(250);
        assertThat(clock.nanoTime()).isEqualTo(250);
    }

    @Test
    void neverGoesBack() throws InterruptedException {
        clock.sleepUntil(50);
        assertThat(clock.nanoTime()).isEqualTo(100);
    }

    @Test
    void survivesTheWrapOfALong() throws InterruptedException {
        SimulatedClock late = new SimulatedClock(Long.MAX_VALUE - 1);
        late.sleepUntil(Long.MIN_VALUE + 5);
        assertThat(late.nanoTime()).isEqualTo(Long.MIN_VALUE + 5);
    }

    @Test
    void obeysAnInterrupt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> clock.sleepUntil(500)).isInstanceOf(InterruptedException.class);
        assertThat(clock.nanoTime()).isEqualTo(100);
    }
}
