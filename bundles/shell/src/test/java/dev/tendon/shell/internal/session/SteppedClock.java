/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.time.Clock;
import java.util.concurrent.Semaphore;

/** Time that the test moves: whoever sleeps wakes when the test says so. One sleeper. */
final class SteppedClock implements Clock {
    private final Semaphore asleep = new Semaphore(0);
    private final Semaphore awake = new Semaphore(0);
    private volatile long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleepUntil(long deadlineNs) throws InterruptedException {
        asleep.release();
        awake.acquire();
        now = deadlineNs;
    }

    /** Waits until the sleeper sleeps, then lets it sleep out {@code times} times and do its work. */
    void step(int times) throws InterruptedException {
        asleep.acquire();
        for (int i = 0; i < times; i++) {
            awake.release();
            asleep.acquire();
        }
        asleep.release();
    }
}
