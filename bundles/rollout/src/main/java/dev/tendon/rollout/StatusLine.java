/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

import dev.tendon.runtime.SessionSnapshot;
import java.util.Locale;

/**
 * Everything about a running rollout in one line. Immutable. Thread: any.
 *
 * @param fps ticks per second
 * @param lengthS how long it takes; 0: until it is stopped
 */
record StatusLine(double fps, double lengthS) {
    String of(SessionSnapshot loop) {
        double elapsedS = (loop.tick() + 1) / fps;
        StringBuilder line = new StringBuilder();
        if (lengthS == 0) {
            line.append(String.format(Locale.ROOT, "driving %.1f s", elapsedS));
        } else if (elapsedS <= lengthS) {
            line.append(String.format(Locale.ROOT, "driving %.1f/%.0f s", elapsedS, lengthS));
        } else {
            line.append("going back");
        }
        line.append(String.format(
                Locale.ROOT,
                "  %.1f fps  late %.1f ms, worst %.1f  missed %d  held %d",
                loop.fps(),
                loop.latenessUs() / 1000,
                loop.worstLatenessUs() / 1000,
                loop.missedTicks(),
                loop.counters().heldTicks()));
        if (loop.counters().lateChunks() > 0) {
            line.append("  late chunks ").append(loop.counters().lateChunks());
        }
        return line.toString();
    }
}
