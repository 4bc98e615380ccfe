/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** A timer loop that does nothing else: how late this machine wakes a thread. What our loop is held against. */
final class BareLoop {
    private static final long HIGHEST_NS = 60_000_000_000L;

    private final Clock clock;
    private final double fps;

    BareLoop(Clock clock, double fps) {
        this.clock = clock;
        this.fps = fps;
    }

    /** Runs for {@code length} in a thread of its own; how late each tick began, in nanoseconds. */
    Histogram run(Duration length) throws InterruptedException {
        Histogram lateness = new Histogram(HIGHEST_NS, 3);
        Thread thread = new Thread(() -> loop(length, lateness), "tendon-bench-bare");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        }
        return lateness;
    }

    /** Starts to run beside something else, until it is {@linkplain Beside#stop stopped}. */
    Beside beside() {
        return new Beside();
    }

    /** A bare loop beside something else: what the machine and the JVM cost any loop there and then. Thread: its creator's. */
    final class Beside implements AutoCloseable {
        private final Histogram lateness = new Histogram(HIGHEST_NS, 3);
        private final Thread thread = new Thread(() -> loop(Duration.ofDays(1), lateness), "tendon-bench-bare");

        private Beside() {
            thread.start();
        }

        /** Ends it; how many of its ticks began later than a whole period. */
        long stop() throws InterruptedException {
            close();
            thread.join();
            return lateness.getTotalCount() - lateness.getCountBetweenValues(0, Math.round(1e9 / fps));
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    private void loop(Duration length, Histogram lateness) {
        long periodNs = Math.round(1e9 / fps);
        long dueNs = clock.nanoTime() + periodNs;
        long endNs = dueNs + length.toNanos();
        try {
            for (; dueNs - endNs < 0; dueNs += periodNs) {
                clock.sleepUntil(dueNs);
                lateness.recordValue(Math.min(HIGHEST_NS, Math.max(0, clock.nanoTime() - dueNs)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
