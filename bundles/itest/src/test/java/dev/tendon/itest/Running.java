/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A session that runs in a thread of its own, as in a terminal of its own. */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_EVERY_NS = 5_000_000;

    private final Session session;
    private final FutureTask<SessionReport> run;

    Running(Session session) {
        this.session = session;
        run = new FutureTask<>(session::run);
        new Thread(run, "itest-session").start();
    }

    /** Waits until the loop has done {@code tick} ticks. */
    Running untilTick(long tick) throws InterruptedException {
        until(() -> session.snapshot().tick() >= tick, "tick " + tick);
        return this;
    }

    Session session() {
        return session;
    }

    /** Waits for its end. */
    SessionReport report() throws Exception {
        return run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits for a state, with a deadline. */
    static void until(BooleanSupplier state, String what) throws InterruptedException {
        Clock clock = new SystemClock();
        long endNs = clock.nanoTime() + PATIENCE.toNanos();
        while (!state.getAsBoolean()) {
            if (clock.nanoTime() - endNs > 0) {
                throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            clock.sleepUntil(clock.nanoTime() + LOOK_EVERY_NS);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
