/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.recorder.RecordingStatus;
import dev.tendon.runtime.SessionSnapshot;
import java.util.Locale;

/** Everything about a running recording in one line. Immutable. Thread: any. */
record StatusLine(int episodes, double fps) {
    private static final double MINUTE_S = 60;
    private static final double HOUR_S = 3600;
    private static final double DAY_S = 24 * HOUR_S;

    String of(RecordingStatus status, SessionSnapshot loop) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(
                Locale.ROOT,
                "%s %d/%d",
                status.phase(),
                Math.min(episodes, status.recorded() + (status.phase().equals("resetting") ? 0 : 1)),
                episodes));
        if (status.lengthS() > 0) {
            line.append(String.format(Locale.ROOT, "  %.1f/%.0f s", status.elapsedS(), status.lengthS()));
        }
        line.append(String.format(
                Locale.ROOT,
                "  %d frames  %.1f fps  late %.1f ms, worst %.1f",
                status.frames(),
                loop.fps(),
                loop.latenessUs() / 1000,
                loop.worstLatenessUs() / 1000));
        if (loop.missedTicks() > 0) {
            line.append("  missed ").append(loop.missedTicks());
        }
        line.append("  dropped ").append(status.dropped()).append("  queue ").append(status.backlog());
        if (status.saving() > 0) {
            line.append("  saving ").append(status.saving());
        }
        if (Double.isFinite(status.secondsLeft())) {
            line.append("  disk ").append(duration(status.secondsLeft()));
        }
        return line.toString();
    }

    /** The larger unit only: {@code 5 h}. */
    static String duration(double seconds) {
        if (seconds < 2 * MINUTE_S) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 2 * HOUR_S) {
            return Math.round(seconds / MINUTE_S) + " min";
        }
        if (seconds < 2 * DAY_S) {
            return Math.round(seconds / HOUR_S) + " h";
        }
        return Math.round(seconds / DAY_S) + " days";
    }
}
