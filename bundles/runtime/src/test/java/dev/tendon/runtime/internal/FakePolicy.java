/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import java.util.concurrent.atomic.AtomicInteger;

/** Plans {@code base + observed + 0, 1, 2 …} for the first joint. */
class FakePolicy implements Policy {
    final double base;
    final int chunk;
    final int actionSteps;
    final AtomicInteger plans = new AtomicInteger();
    volatile boolean closed;
    volatile boolean warm;

    FakePolicy(double base, int chunk, int actionSteps) {
        this.base = base;
        this.chunk = chunk;
        this.actionSteps = actionSteps;
    }

    @Override
    public int observationSteps() {
        return 1;
    }

    @Override
    public int chunkSize() {
        return chunk;
    }

    @Override
    public int actionSteps() {
        return actionSteps;
    }

    @Override
    public void warmUp() {
        warm = true;
    }

    @Override
    public void reset() {}

    @Override
    public void plan(Observations seen, ActionChunk out) {
        plans.incrementAndGet();
        for (int i = 0; i < chunk; i++) {
            FrameWriter action = out.next();
            action.value(0, base + i);
            action.value(1, seen.step(seen.steps() - 1).value(0));
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
