/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.Image;
import dev.tendon.runtime.SessionEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a camera's newest picture is new enough: one event when it has become older than {@link #LONGEST}, one with a count when the
 * next comes. A camera without a picture is as old as its last one. Allocates only in these two ticks. Owner: the control thread.
 */
final class Freshness {
    /** LeRobot's {@code read_latest} fails on an older one (0.6, cameras/opencv/camera_opencv.py). */
    static final Duration LONGEST = Duration.ofMillis(500);

    private final String camera;
    private final Events events;
    private boolean seen;
    private long takenNs;
    private long staleTicks;

    /** @param camera in messages */
    Freshness(String camera, Events events) {
        this.camera = camera;
        this.events = events;
    }

    /**
     * Judges what the camera has in a tick.
     *
     * @param image its newest picture; null where it has none
     * @return whether something was told
     */
    boolean looked(@Nullable Image image, long tick, long nowNs) {
        if (image != null) {
            takenNs = image.timestampNs();
        } else if (!seen) {
            takenNs = nowNs;
        }
        seen = true;
        boolean stale = nowNs - takenNs > LONGEST.toNanos();
        if (stale) {
            return ++staleTicks == 1 && begins(image != null, tick);
        }
        return staleTicks > 0 && ends(tick);
    }

    private boolean begins(boolean kept, long tick) {
        events.post(
                SessionEvent.Kind.FAILING,
                tick,
                camera + " has delivered no new picture for " + LONGEST.toMillis() + " ms; the loop goes on "
                        + (kept ? "with its last one" : "without"));
        return true;
    }

    private boolean ends(long tick) {
        events.post(
                SessionEvent.Kind.RECOVERED,
                tick,
                camera + " delivers pictures again; " + staleTicks + (staleTicks == 1 ? " tick" : " ticks")
                        + " had none that was new enough");
        staleTicks = 0;
        return true;
    }
}
