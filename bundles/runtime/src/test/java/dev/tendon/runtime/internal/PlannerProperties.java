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
import java.util.List;
import java.util.concurrent.Semaphore;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The seam between chunks: a policy that counts on from what it observes, with a robot that shows how many actions it was
 * sent, must give 0, 1, 2 … however long its plans take.
 */
class PlannerProperties {
    @Property(tries = 200)
    void eachActionComesOnceAndInItsTick(
            @ForAll @Size(30) List<@IntRange(max = 6) Integer> planTicks,
            @ForAll @IntRange(min = 8, max = 20) int chunk,
            @ForAll @IntRange(min = 1, max = 8) int actionSteps)
            throws Exception {
        Counting policy = new Counting(chunk, actionSteps);
        Planner planner = new Planner(
                "property",
                policy,
                FakeRobot.FEATURES,
                FakeRobot.FEATURES,
                false,
                new SimulatedClock(0),
                new PlanFigures(2));
        planner.start();
        FrameBuffer observation = new FrameBuffer(FakeRobot.FEATURES.layout());
        FrameBuffer wanted = new FrameBuffer(FakeRobot.FEATURES.layout());
        int sent = 0;
        int plan = 0;
        int left = -1;
        for (int tick = 0; tick < 120; tick++) {
            observation.value(0, sent);
            planner.observed(observation, wanted);
            if (planner.take(wanted, 2)) {
                assertThat(wanted.value(0)).isEqualTo(sent);
                planner.carriedOut();
                sent++;
            }
            if (planner.planning()) {
                left = left < 0 ? planTicks.get(plan++ % planTicks.size()) : left - 1;
                if (left <= 0) {
                    policy.planOnce();
                    while (planner.planning()) {
                        Thread.onSpinWait();
                    }
                    left = -1;
                }
            }
        }
        assertThat(sent).isGreaterThan(60);
        policy.planOnce(); // one may be under way
        planner.close();
        assertThat(policy.closed).isTrue();
    }

    private static final class Counting extends FakePolicy {
        private final Semaphore may = new Semaphore(0);

        Counting(int chunk, int actionSteps) {
            super(0, chunk, actionSteps);
        }

        void planOnce() {
            may.release();
        }

        @Override
        public void plan(Observations seen, ActionChunk out) {
            try {
                may.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            for (int i = 0; i < chunk; i++) {
                var action = out.next();
                action.value(0, seen.step(0).value(0) + i);
                action.value(1, 0);
            }
        }
    }
}
