/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Real time that passes when the test says so, and at once where somebody sleeps. Thread: any. */
final class HandClock implements Clock {
    private final AtomicLong nowNs = new AtomicLong();

    @Override
    public long nanoTime() {
        return nowNs.get();
    }

    @Override
    public void sleepUntil(long nanoTime) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        nowNs.accumulateAndGet(nanoTime, Math::max);
    }

    void advanceMs(long ms) {
        nowNs.addAndGet(ms * 1_000_000);
    }
}
