/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.recorder.RecordingStatus;
import dev.tendon.runtime.SessionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything about a running recording in one line. Immutable. Thread: any. */
record StatusLine(int episodes, double fps) {
    private static final double MINUTE_S = 60;
    private static final double HOUR_S = 3600;
    private static final double DAY_S = 24 * HOUR_S;

    /** In one line, however long. */
    String of(RecordingStatus status, SessionSnapshot loop) {
        return String.join("  ", parts(status, loop));
    }

    /** In as few lines as fit a terminal of so many columns. */
    List<String> lines(RecordingStatus status, SessionSnapshot loop, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : parts(status, loop)) {
            if (line.length() > 0 && line.length() + 2 + part.length() >= width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : "  ").append(part);
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> parts(RecordingStatus status, SessionSnapshot loop) {
        List<String> parts = new ArrayList<>();
        boolean between = status.phase().equals("resetting") || status.phase().equals("over");
        parts.add(String.format(
                Locale.ROOT,
                "%s %d/%d",
                status.phase(),
                Math.min(episodes, status.recorded() + (between ? 0 : 1)),
                episodes));
        if (status.lengthS() > 0) {
            parts.add(String.format(Locale.ROOT, "%.1f/%.0f s", status.elapsedS(), status.lengthS()));
        }
        parts.add(status.frames() + " frames");
        parts.add(String.format(Locale.ROOT, "%.1f fps", loop.fps()));
        parts.add(String.format(
                Locale.ROOT, "late %.1f ms, worst %.1f", loop.latenessUs() / 1000, loop.worstLatenessUs() / 1000));
        if (loop.missedTicks() > 0) {
            parts.add("missed " + loop.missedTicks());
        }
        parts.add("dropped " + status.dropped());
        parts.add("queue " + status.backlog());
        if (status.saving() > 0) {
            parts.add("saving " + status.saving());
        }
        if (Double.isFinite(status.secondsLeft())) {
            parts.add("disk " + duration(status.secondsLeft()));
        }
        return parts;
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
