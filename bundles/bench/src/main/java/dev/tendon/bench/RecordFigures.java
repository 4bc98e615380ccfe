/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.recorder.RecordingReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code tendon bench record} came to. */
record RecordFigures(RecordOptions options, RecordRun.Part alone, RecordRun.Part recorded) {
    private static final double LATENESS_GOAL_US = 5000;
    private static final double SAVE_GOAL_MS = 200;

    private RecordingReport recording() {
        return recorded.recording().orElseThrow();
    }

    double bytesPerSecond() {
        double seconds = (double) recording().frames() / options.fps();
        return seconds == 0 ? 0 : recording().bytes() / seconds;
    }

    /** Fewer came where a camera or the loop could not keep up, which are no dropped frames. */
    private long expectedFrames() {
        return Math.round(options.episodes() * options.episodeTimeS() * options.fps());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("codec", options.codec());
        json.put("preset", options.preset().orElse(null));
        json.put("encoder_threads", options.encoderThreads().orElse(null));
        json.put("cameras", options.cameras());
        json.put("fps", options.fps());
        json.put("episode_time_s", options.episodeTimeS());
        json.put("episodes", recording().saved().size());
        json.put("frames", recording().frames());
        json.put("expected_frames", expectedFrames());
        json.put("dropped_frames", recording().droppedFrames());
        json.put("save_p50_ms", rounded(recording().saveMs(50)));
        json.put("save_p95_ms", rounded(recording().saveMs(95)));
        json.put("lateness_p50_us", rounded(recorded.session().lateness().p50Us()));
        json.put("lateness_p999_us", rounded(recorded.session().lateness().p999Us()));
        json.put("lateness_max_us", rounded(recorded.session().lateness().maxUs()));
        json.put("missed_ticks", recorded.session().missedTicks());
        json.put("bare_missed_ticks", recorded.bareMissed());
        json.put("cpu_percent", rounded(recorded.cpuPercent()));
        json.put("bytes_per_s", Math.round(bytesPerSecond()));
        json.put("queue_max_pictures", recording().worstBacklog());
        json.put("unsynced_max_s", rounded(recording().worstUnsyncedS()));
        json.put("without_lateness_p50_us", rounded(alone.session().lateness().p50Us()));
        json.put("without_lateness_p999_us", rounded(alone.session().lateness().p999Us()));
        json.put("without_missed_ticks", alone.session().missedTicks());
        json.put("without_bare_missed_ticks", alone.bareMissed());
        json.put("without_cpu_percent", rounded(alone.cpuPercent()));
        json.put("error", recording().failure().map(Throwable::getMessage).orElse(null));
        return json;
    }

    private static Object rounded(double value) {
        return Double.isNaN(value) ? (Object) null : Figures.rounded(value);
    }

    List<String> lines() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d episodes of %.0f s, %d cameras of 640x480 at 30 Hz, %d joints at %d Hz on a wire that takes its time, %s",
                        recording().saved().size(),
                        options.episodeTimeS(),
                        options.cameras(),
                        6,
                        options.fps(),
                        options.codec()),
                "                    late 99.9 %     worst   missed    bare    CPU",
                line("loop alone", alone),
                line("recorded", recorded),
                String.format(
                        Locale.ROOT,
                        "%d of %d frames, %d dropped (goal 0); p99.9 of the lateness %.1f ms (goal %.0f); a save took %.0f ms, 95 %% %.0f ms (goal %.0f); %.0f kB/s; %d pictures waited at worst",
                        recording().frames(),
                        expectedFrames(),
                        recording().droppedFrames(),
                        recorded.session().lateness().p999Us() / 1000,
                        LATENESS_GOAL_US / 1000,
                        recording().saveMs(50),
                        recording().saveMs(95),
                        SAVE_GOAL_MS,
                        bytesPerSecond() / 1000,
                        recording().worstBacklog()));
    }

    private static String line(String name, RecordRun.Part part) {
        return String.format(
                Locale.ROOT,
                "%-16s %9.0f µs %6.0f µs  %7d %7d  %4.0f %%",
                name,
                part.session().lateness().p999Us(),
                part.session().lateness().maxUs(),
                part.session().missedTicks(),
                part.bareMissed(),
                part.cpuPercent());
    }
}
