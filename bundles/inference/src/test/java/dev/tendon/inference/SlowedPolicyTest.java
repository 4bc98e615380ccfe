/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.time.SimulatedClock;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowedPolicyTest {
    private static final Features ACTION = Features.of(Feature.scalar("a.pos", Units.DEGREES));
    private static final Observations NOTHING = (Observations) Proxy.newProxyInstance(
            Observations.class.getClassLoader(), new Class<?>[] {Observations.class}, (proxy, method, given) -> null);

    private final SimulatedClock clock = new SimulatedClock(0);

    @Test
    void givesTheFirstActionsAndTakesItsTime() {
        Policy slowed = slowed(3, 40_000_000);

        assertThat(plan(slowed)).containsExactly(0.0, 1.0, 2.0);
        assertThat(clock.nanoTime()).isEqualTo(40_000_000);
        assertThat(slowed.chunkSize()).isEqualTo(3);
        assertThat(slowed.actionSteps()).isEqualTo(3);
    }

    @Test
    void givesAllWhereThereIsNoLimit() {
        Policy slowed = slowed(0, 0);

        assertThat(plan(slowed)).hasSize(5);
        assertThat(slowed.actionSteps()).isEqualTo(4);
        assertThat(clock.nanoTime()).isZero();
    }

    private Policy slowed(int actions, long ns) {
        return new SlowedPolicy(new Five(), actions, ns, clock, new FrameBuffer(ACTION.layout()));
    }

    private static List<Double> plan(Policy policy) {
        List<FrameBuffer> given = new ArrayList<>();
        policy.plan(NOTHING, () -> {
            given.add(new FrameBuffer(ACTION.layout()));
            return given.get(given.size() - 1);
        });
        return given.stream().map(frame -> frame.value(0)).toList();
    }

    private static final class Five implements Policy {
        @Override
        public int observationSteps() {
            return 1;
        }

        @Override
        public int chunkSize() {
            return 5;
        }

        @Override
        public int actionSteps() {
            return 4;
        }

        @Override
        public void warmUp() {}

        @Override
        public void reset() {}

        @Override
        public void plan(Observations seen, ActionChunk out) {
            for (int i = 0; i < 5; i++) {
                FrameWriter next = out.next();
                next.value(0, i);
            }
        }

        @Override
        public void close() {}
    }
}
