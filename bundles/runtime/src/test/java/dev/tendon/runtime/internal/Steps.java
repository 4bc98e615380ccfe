/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.time.SimulatedClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Steps a planner by hand: its policy plans when told, on a clock that the test moves. Thread: the test's. */
final class Steps {
    /** The first joint's goal in each tick; null where there was none. */
    final List<Double> goals = new ArrayList<>();

    final SimulatedClock clock = new SimulatedClock(0);
    final PlanFigures figures = new PlanFigures(2);
    final Planner planner;
    private final Semaphore may = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private volatile long planMs;

    Steps(FakePolicy policy, boolean lockstep) {
        planner = new Planner("test", gated(policy), FakeRobot.FEATURES, FakeRobot.FEATURES, lockstep, clock, figures);
        planner.start();
    }

    private FakePolicy gated(FakePolicy policy) {
        return new FakePolicy(policy.base, policy.chunk, policy.actionSteps) {
            @Override
            public void plan(Observations seen, ActionChunk out) {
                may.acquireUninterruptibly();
                clock.advance(planMs * 1_000_000);
                policy.plan(seen, out);
                done.release();
            }
        };
    }

    /** The plan that was asked for is made, at once. */
    void plan() {
        plan(0);
    }

    /** It is made, in so many milliseconds of the clock. */
    void plan(long ms) {
        assertThat(planner.planning()).isTrue();
        planMs = ms;
        may.release();
        done.acquireUninterruptibly();
        while (planner.planning()) {
            Thread.onSpinWait();
        }
    }

    void ticks(int n) {
        for (int i = 0; i < n; i++) {
            tick();
        }
    }

    void tick() {
        var frame = new FrameBuffer(FakeRobot.FEATURES.layout());
        frame.value(0, 0);
        frame.value(1, 0);
        planner.observed(frame, frame);
        if (planner.take(frame, 2)) {
            planner.carriedOut();
            goals.add(frame.value(0));
        } else {
            goals.add(null);
        }
    }
}
