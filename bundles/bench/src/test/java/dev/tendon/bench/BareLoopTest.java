/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BareLoopTest {
    /** Wakes the first three sleepers a quarter of a second late, the next three in time, and then nobody any more. */
    private static final class LateClock implements Clock {
        private final CountDownLatch sixth = new CountDownLatch(1);
        private long nowNs;
        private int sleeps;

        @Override
        public long nanoTime() {
            return nowNs;
        }

        @Override
        public void sleepUntil(long nanoTime) throws InterruptedException {
            if (++sleeps > 6) {
                sixth.countDown();
                new CountDownLatch(1).await();
            }
            nowNs = nanoTime + (sleeps <= 3 ? 250_000_000L : 0);
        }
    }

    @Test
    void countsTheTicksThatBeganLaterThanAWholePeriod() throws InterruptedException {
        LateClock clock = new LateClock();
        BareLoop.Beside beside = new BareLoop(clock, 10).beside();
        clock.sixth.await();
        assertThat(beside.stop()).isEqualTo(3);
    }
}
