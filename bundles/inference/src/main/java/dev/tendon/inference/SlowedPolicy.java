/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.time.Clock;

/** Gives the first actions of another policy's chunks, later. Owner thread: the worker's. */
final class SlowedPolicy implements Policy {
    private final Policy policy;
    private final int actions;
    private final long planNs;
    private final Clock clock;
    private final FrameWriter rest;

    /**
     * @param actions how many are given; 0: all
     * @param planNs the least time that a plan takes
     * @param rest where actions go that are not given
     */
    SlowedPolicy(Policy policy, int actions, long planNs, Clock clock, FrameWriter rest) {
        this.policy = policy;
        this.actions = actions;
        this.planNs = planNs;
        this.clock = clock;
        this.rest = rest;
    }

    @Override
    public int observationSteps() {
        return policy.observationSteps();
    }

    @Override
    public int chunkSize() {
        return actions == 0 ? policy.chunkSize() : Math.min(actions, policy.chunkSize());
    }

    @Override
    public int actionSteps() {
        return Math.min(chunkSize(), policy.actionSteps());
    }

    @Override
    public void warmUp() {
        policy.warmUp();
    }

    @Override
    public void reset() {
        policy.reset();
    }

    @Override
    public void plan(Observations seen, ActionChunk out) {
        long end = clock.nanoTime() + planNs;
        int[] given = new int[1];
        policy.plan(seen, () -> given[0]++ < chunkSize() ? out.next() : rest);
        try {
            clock.sleepUntil(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        policy.close();
    }
}
