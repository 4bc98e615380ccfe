/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is to be done between two ticks, in the order that it came in. Threads: as each method says. */
final class Exchanges {
    private final ConcurrentLinkedQueue<PendingExchange> queue = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** Adds one; ended at once where no tick follows any more. Thread: any. */
    void post(PendingExchange exchange) {
        queue.add(exchange);
        if (over) {
            end();
        }
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** No tick follows: nobody needs to wait any more. Thread: any. */
    void end() {
        over = true;
        PendingExchange exchange;
        while ((exchange = queue.poll()) != null) {
            exchange.end();
        }
    }

    /**
     * Tries the first one, if there is one. Thread: the control thread.
     *
     * @return whether there was one
     * @throws DeviceException where the session cannot go on
     */
    boolean attemptFirst(Watch watch, boolean running, long tick) throws DeviceException {
        PendingExchange first = queue.peek();
        if (first == null) {
            return false;
        }
        watch.enter(first.stage());
        boolean done = first.attempt(running, tick);
        watch.enter(Watch.HOST);
        if (done) {
            queue.poll();
        }
        return true;
    }
}
