/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.runtime.SessionReport.Allocation;
import dev.tendon.runtime.SessionReport.Lateness;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopFiguresTest {
    private static LoopRound round(double bareP99, double oursP99, double cleanShare, long missed) {
        return new LoopRound(
                new Lateness(1, bareP99, 3, 4),
                new Lateness(1, oursP99, 3, oursP99 * 2),
                missed,
                new Allocation(1000, cleanShare, 8, 80));
    }

    @Test
    void takesTheMedianOfTheRatiosNotTheRatioOfTheMedians() {
        LoopFigures figures =
                LoopFigures.of(List.of(round(100, 300, 1, 0), round(200, 200, 1, 0), round(400, 200, 1, 0)), 0);
        assertThat(figures.ratio()).isEqualTo(1.0, within(1e-12));
    }

    @Test
    void countsEveryMissedTickAndTheWorstMaximum() {
        LoopFigures figures = LoopFigures.of(List.of(round(1, 10, 1, 2), round(1, 40, 1, 3)), 7);
        assertThat(figures.json(new LoopOptions(200, 2, 20, false, "so101_follower")))
                .containsEntry("missed_ticks", 5L)
                .containsEntry("lateness_max_us", 80.0)
                .containsEntry("gc_pause_max_ms", 7L);
    }

    @Test
    void bytesAreNoughtOnlyWhereNearlyEveryTickIsClean() {
        assertThat(LoopFigures.of(List.of(round(1, 1, 0.9995, 0)), 0).bytesPerTick())
                .isZero();
        assertThat(LoopFigures.of(List.of(round(1, 1, 0.998, 0)), 0).bytesPerTick())
                .isEqualTo(8);
    }
}
