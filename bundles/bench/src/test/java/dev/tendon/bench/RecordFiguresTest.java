/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.recorder.RecordingReport;
import dev.tendon.recorder.SavedEpisode;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.TrackingError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordFiguresTest {
    private static RecordOptions options(double episodeTimeS, int cameras) {
        return new RecordOptions(
                episodeTimeS,
                2,
                "h264",
                Optional.empty(),
                Optional.empty(),
                60,
                30,
                cameras,
                Optional.empty(),
                Optional.empty(),
                "arm",
                "lead");
    }

    private static SessionReport session(long missed, double p999Us) {
        return new SessionReport(
                Ending.STOPPED,
                120,
                missed,
                30,
                new SessionReport.Lateness(1, 2, p999Us, p999Us),
                new SessionReport.WorkTimes(
                        1,
                        2,
                        3,
                        new SessionReport.Duration(1, 2),
                        new SessionReport.Duration(1, 2),
                        new SessionReport.Duration(1, 2)),
                new TrackingError(0, 0, 0, Map.of()),
                new LoopCounters(0, 0, 0, 0, 0, 0),
                new SessionReport.SwapStatistics(0, 0, 0, 0, 0),
                1,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void countsBytesBySecondsOfTheRecordingAndSetsItBesideTheLoopAlone() {
        RecordingReport recording = new RecordingReport(
                List.of(new SavedEpisode(0, 60, 0, 30, 0, 150, 20_000), new SavedEpisode(1, 58, 2, 30, 1, 250, 19_333)),
                0,
                2,
                0.9,
                7,
                Optional.empty(),
                Optional.empty());
        RecordFigures figures = new RecordFigures(
                options(2, 2),
                new RecordRun.Part(session(0, 400), 0, 3, 2, Optional.empty()),
                new RecordRun.Part(session(1, 900), 2, 40, 4, Optional.of(recording)));
        assertThat(figures.bytesPerSecond()).isEqualTo(39_333 / (118 / 30.0));
        assertThat(figures.json())
                .containsEntry("codec", "h264")
                .containsEntry("frames", 118L)
                .containsEntry("expected_frames", 120L)
                .containsEntry("dropped_frames", 2L)
                .containsEntry("save_p50_ms", 150.0)
                .containsEntry("save_p95_ms", 250.0)
                .containsEntry("lateness_p999_us", 900.0)
                .containsEntry("without_lateness_p999_us", 400.0)
                .containsEntry("missed_ticks", 1L)
                .containsEntry("bare_missed_ticks", 2L)
                .containsEntry("cpu_percent", 40.0)
                .containsEntry("without_cpu_percent", 3.0);
        assertThat(String.join("\n", figures.lines())).contains("118 of 120 frames, 2 dropped");
    }

    @Test
    void refusesOptionsThatMeasureNothing() {
        assertThatThrownBy(() -> options(0.5, 2)).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> options(2, 9)).isInstanceOf(ConfigException.class);
    }
}
