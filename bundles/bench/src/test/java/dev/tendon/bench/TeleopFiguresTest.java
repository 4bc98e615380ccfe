/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionReport.Allocation;
import dev.tendon.runtime.SessionReport.Duration;
import dev.tendon.runtime.SessionReport.Lateness;
import dev.tendon.runtime.SessionReport.SwapStatistics;
import dev.tendon.runtime.SessionReport.WorkTimes;
import dev.tendon.runtime.TrackingError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeleopFiguresTest {
    private static final TeleopOptions OPTIONS = new TeleopOptions(5, true, true, "so101_follower", "so101_leader");

    private final TeleopFigures figures = new TeleopFigures(List.of(
            part(new TeleopSetUp(false, 60, false), 1500, 1650, 0, 1.0),
            part(new TeleopSetUp(true, 60, true), 1500, 1800, 2, 0.9995),
            part(new TeleopSetUp(true, 200, false), 1500, 3000, 40, 0.5)));

    @Test
    void theRatioIsThatOfTheWorstSetUpAtTheUsualRate() {
        assertThat(figures.json(OPTIONS)).containsEntry("wire_floor_ratio", 1.2).containsEntry("missed_ticks", 2L);
    }

    @Test
    void aFewTicksThatAllocateAreTheCompilersButNotHalfOfThem() {
        assertThat(figures.parts().get(1).bytesPerTick()).isZero();
        assertThat(figures.bytesPerTick()).isEqualTo(64);
    }

    @Test
    @SuppressWarnings("unchecked")
    void eachSetUpHasItsOwnFigures() {
        Map<String, Object> setUps = (Map<String, Object>) figures.json(OPTIONS).get("set_ups");
        assertThat(setUps.keySet()).containsExactly("sim_60hz", "pty_60hz_cameras", "pty_200hz");
        assertThat((Map<String, Object>) setUps.get("sim_60hz"))
                .containsEntry("wire_floor_us", 1500.0)
                .containsEntry("loop_us", 1650.0)
                .containsEntry("wire_floor_ratio", 1.1)
                .containsEntry("missed_ticks", 0L)
                .containsEntry("bytes_per_tick", 0.0);
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        TeleopOptions few = new TeleopOptions(5, false, false, "so101_follower", "so101_leader");
        assertThat(TeleopSetUp.of(few)).extracting(TeleopSetUp::key).containsExactly("sim_60hz", "sim_200hz");
        assertThat(TeleopSetUp.of(OPTIONS)).hasSize(8);
    }

    private static TeleopFigures.Part part(
            TeleopSetUp setUp, double floorUs, double loopUs, long missed, double cleanShare) {
        Duration none = new Duration(0, 0);
        SessionReport report = new SessionReport(
                Ending.LIMIT,
                300,
                missed,
                60,
                new Lateness(0, 0, 0, 0),
                new WorkTimes(loopUs, loopUs, loopUs, none, none, none),
                new TrackingError(0, Double.NaN, Double.NaN, Map.of()),
                new LoopCounters(0, 0, 0, 0, 0, 0),
                new SwapStatistics(0, 0, 0, 0, 0),
                1000,
                Optional.of(new Allocation(300, cleanShare, 64, 128)),
                Optional.empty());
        return new TeleopFigures.Part(setUp, floorUs, floorUs, report, 0);
    }
}
