/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.time.Clock;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to show: written by the sampler and by the session's events, read by every open page. Thread: any. */
final class Feed {
    /** Half a minute at the sampler's rate. */
    static final int SAMPLES = 1800;

    private static final int EVENTS = 200;
    /** Without a new tick for this long, the loop is told to stand still; more where its period is longer. */
    private static final double STALLED_S = 1;

    private final String title;
    private final double fps;
    private final Clock clock;
    private final Ring<Sample> samples = new Ring<>(SAMPLES);
    private final Ring<SessionEvent> events = new Ring<>(EVENTS);
    private volatile @Nullable Scene scene;
    private volatile long lastTickNs;
    private volatile boolean over;
    private long originNs;

    /**
     * What does not change.
     *
     * @param rows the values
     * @param pictures the cameras
     */
    record Scene(List<Row> rows, Pictures pictures) {}

    /** Where a session is. */
    enum State {
        CONNECTING,
        RUNNING,
        STALLED,
        ENDED
    }

    Feed(String title, double fps, Clock clock) {
        this.title = title;
        this.fps = fps;
        this.clock = clock;
    }

    String title() {
        return title;
    }

    double fps() {
        return fps;
    }

    /** Null before the session is open. */
    @Nullable
    Scene scene() {
        return scene;
    }

    void scene(Scene scene) {
        this.scene = scene;
    }

    /** Adds what the loop did last. Thread: the sampler. */
    void sample(SessionSnapshot snapshot) {
        if (samples.end() == 0) {
            originNs = snapshot.timestampNs();
        }
        samples.add(new Sample((snapshot.timestampNs() - originNs) / 1e9, snapshot));
        lastTickNs = clock.nanoTime();
    }

    void event(SessionEvent event) {
        events.add(event);
    }

    Ring<Sample> samples() {
        return samples;
    }

    Ring<SessionEvent> events() {
        return events;
    }

    /** Nothing more will come. */
    void end() {
        over = true;
    }

    boolean over() {
        return over;
    }

    State state() {
        if (over) {
            return State.ENDED;
        }
        if (scene == null || samples.end() == 0) {
            return State.CONNECTING;
        }
        double quietS = (clock.nanoTime() - lastTickNs) / 1e9;
        return quietS > Math.max(STALLED_S, 3 / fps) ? State.STALLED : State.RUNNING;
    }
}
