/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.time.Clock;

/** A millisecond passes whenever it is looked at. */
final class CountingClock implements Clock {
    private static final long STEP_NS = 1_000_000;

    private long now;

    @Override
    public long nanoTime() {
        now += STEP_NS;
        return now;
    }

    @Override
    public void sleepUntil(long deadlineNs) {
        now = Math.max(now, deadlineNs);
    }
}
