/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.api.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An exchange on its way to the control thread and back. Threads: {@link #attempt} and {@link #end} the control thread, the rest
 * whoever asked for it.
 */
final class PendingExchange {
    private enum State {
        WAITING,
        DONE,
        REFUSED,
        ENDED,
        WITHDRAWN
    }

    private final Exchange exchange;
    private final Clock real;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile State state = State.WAITING;
    private volatile boolean withdrawn;
    private volatile @Nullable SwapRefusedException refusal;
    private volatile long tick;
    private volatile long durationNs;

    PendingExchange(Exchange exchange, Clock real) {
        this.exchange = exchange;
        this.real = real;
    }

    /** Called after each tick until it answers true. */
    boolean attempt(boolean running, long afterTick) throws DeviceException {
        if (withdrawn) {
            exchange.withdraw();
            finish(State.WITHDRAWN, afterTick);
            return true;
        }
        long begun = real.nanoTime();
        try {
            if (!exchange.attempt(running)) {
                return false;
            }
            durationNs = real.nanoTime() - begun;
            finish(State.DONE, afterTick);
        } catch (SwapRefusedException e) {
            refusal = e;
            finish(State.REFUSED, afterTick);
        }
        return true;
    }

    private void finish(State how, long afterTick) {
        tick = afterTick;
        state = how;
        finished.countDown();
    }

    /** The session ended first: nothing was done. */
    void end() {
        if (state == State.WAITING) {
            finish(State.ENDED, -1);
        }
    }

    int stage() {
        return exchange.stage();
    }

    boolean done() {
        return state == State.DONE;
    }

    boolean refused() {
        return state == State.REFUSED;
    }

    /** The tick after which it was done. */
    long tick() {
        return tick;
    }

    double durationUs() {
        return durationNs / 1e3;
    }

    /**
     * Waits until it is done.
     *
     * @return false where the session ended before
     * @throws SwapRefusedException where it failed, or was not possible within {@code limit}; all is as before
     */
    boolean await(Duration limit) throws SwapRefusedException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (!withdrawn && !finished.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                        withdrawn = true;
                    }
                    finished.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                    withdrawn = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        SwapRefusedException refused = refusal;
        if (refused != null) {
            throw refused;
        }
        if (state == State.WITHDRAWN) {
            throw new SwapRefusedException(
                    interrupted
                            ? "The exchange was interrupted"
                            : "The new version was not ready within " + limit.toMillis() + " ms");
        }
        return state == State.DONE;
    }
}
