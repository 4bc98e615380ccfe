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
    /** Since the last event. */
    private long overdueTicks;

    private long staleTicks;
    private long lostTicks;

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
        } else {
            lostTicks++;
            if (!seen) {
                takenNs = nowNs;
            }
        }
        seen = true;
        if (nowNs - takenNs > LONGEST.toNanos()) {
            if (image != null) {
                staleTicks++;
            }
            return ++overdueTicks == 1 && begins(image != null, tick);
        }
        return overdueTicks > 0 && ends(tick);
    }

    /** There is nobody to look at in a tick; that was told when it began. */
    void vacant() {
        lostTicks++;
    }

    /** Ticks so far in which its picture was too old. */
    long staleTicks() {
        return staleTicks;
    }

    /** Ticks so far in which it had none. */
    long lostTicks() {
        return lostTicks;
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
                camera + " delivers pictures again; " + overdueTicks + (overdueTicks == 1 ? " tick" : " ticks")
                        + " had none that was new enough");
        overdueTicks = 0;
        return true;
    }
}
