/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;

/** A bare timer loop in a thread of its own: the ticks that this machine would have missed anyhow. */
final class BesideTimer implements AutoCloseable {
    private final Clock clock = new SystemClock();
    private final long periodNs;
    private final Thread thread = new Thread(this::loop, "itest-bare-timer");
    private volatile int missed;

    BesideTimer(double fps) {
        periodNs = Math.round(1e9 / fps);
        thread.start();
    }

    /** Wake-ups so far that came later than a whole period. */
    int missed() {
        return missed;
    }

    private void loop() {
        int late = 0;
        try {
            for (long dueNs = clock.nanoTime(); ; dueNs += periodNs) {
                clock.sleepUntil(dueNs);
                long nowNs = clock.nanoTime();
                if (nowNs - dueNs > periodNs) {
                    missed = ++late;
                    dueNs = nowNs;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
