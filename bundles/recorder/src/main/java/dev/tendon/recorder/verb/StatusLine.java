/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.recorder.RecordingStatus;
import dev.tendon.runtime.SessionSnapshot;
import java.util.List;
import java.util.Locale;

/** Everything about a running recording in one line. Immutable. Thread: any. */
record StatusLine(int episodes, double fps) {
    private static final String GAP = "  ";
    private static final double MINUTE_S = 60;
    private static final double HOUR_S = 3600;
    private static final double DAY_S = 24 * HOUR_S;

    /** In one line, however long. */
    String of(RecordingStatus status, SessionSnapshot loop) {
        return progress(status, loop) + GAP + health(status, loop);
    }

    /** In one line where it fits a terminal of so many columns, else in two. */
    List<String> lines(RecordingStatus status, SessionSnapshot loop, int width) {
        String one = of(status, loop);
        return one.length() < width ? List.of(one) : List.of(progress(status, loop), health(status, loop));
    }

    private String progress(RecordingStatus status, SessionSnapshot loop) {
        boolean between = status.phase().equals("resetting") || status.phase().equals("over");
        int episode = Math.min(episodes, status.recorded() + (between ? 0 : 1));
        String time = status.lengthS() > 0
                ? String.format(Locale.ROOT, "%s%.1f/%.0f s", GAP, status.elapsedS(), status.lengthS())
                : "";
        return String.format(
                Locale.ROOT,
                "%s %d/%d%s  %d frames  %.1f fps  late %.1f ms, worst %.1f",
                status.phase(),
                episode,
                episodes,
                time,
                status.frames(),
                loop.fps(),
                loop.latenessUs() / 1000,
                loop.worstLatenessUs() / 1000);
    }

    private String health(RecordingStatus status, SessionSnapshot loop) {
        StringBuilder line = new StringBuilder();
        line.append("dropped ").append(status.dropped());
        line.append(GAP).append("queue ").append(status.backlog());
        if (loop.missedTicks() > 0) {
            line.append(GAP).append("missed ").append(loop.missedTicks());
        }
        if (status.saving() > 0) {
            line.append(GAP).append("saving ").append(status.saving());
        }
        if (Double.isFinite(status.secondsLeft())) {
            line.append(GAP).append("disk ").append(duration(status.secondsLeft()));
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
