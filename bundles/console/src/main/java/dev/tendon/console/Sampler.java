/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.time.Clock;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionSnapshot;

/** Looks at the session sixty times a second at most. Owner: its own thread. */
final class Sampler implements Runnable {
    static final long PERIOD_NS = 1_000_000_000L / 60;

    private final Session session;
    private final Feed feed;
    private final Clock clock;
    private long tick = -1;

    Sampler(Session session, Feed feed, Clock clock) {
        this.session = session;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (true) {
                look();
                clock.sleepUntil(clock.nanoTime() + PERIOD_NS);
            }
        } catch (InterruptedException e) {
            look(); // the last tick, too
        }
    }

    /** Takes the newest tick, if it is new. */
    void look() {
        SessionSnapshot snapshot = session.snapshot();
        if (snapshot.tick() > tick) {
            tick = snapshot.tick();
            feed.sample(snapshot);
        }
    }
}
