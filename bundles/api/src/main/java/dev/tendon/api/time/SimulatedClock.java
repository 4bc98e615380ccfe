/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.time;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that passes only when somebody waits for it: a sleep moves the clock to its deadline and returns. A session on
 * this clock runs as fast as its work does, and a test never sleeps. Thread: any; several sleepers see one time, the
 * latest of their deadlines.
 */
public final class SimulatedClock implements Clock {
    private final AtomicLong now;

    /** Starts at {@code startNs}. */
    public SimulatedClock(long startNs) {
        now = new AtomicLong(startNs);
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public void sleepUntil(long deadlineNs) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long seen;
        while ((seen = now.get()) - deadlineNs < 0 && !now.compareAndSet(seen, deadlineNs)) {
            Thread.onSpinWait();
        }
    }

    /** Lets {@code ns} nanoseconds pass. */
    public void advance(long ns) {
        now.addAndGet(ns);
    }
}
