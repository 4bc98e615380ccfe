/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import java.time.Duration;

/**
 * How long plugins may take, in real time.
 *
 * @param tick for one tick, or one exchange between two
 * @param connect to connect a device, a question to the user not counted: buses are searched and set up here
 * @param close to close a device
 * @param firstPlan for a policy that takes over in a running session to plan once
 */
record Limits(Duration tick, Duration connect, Duration close, Duration firstPlan) {
    /** The usual ones; the watchdog's can only make the others longer. */
    static Limits of(Duration watchdog) {
        return new Limits(
                watchdog,
                longer(watchdog, Duration.ofSeconds(15)),
                longer(watchdog, Duration.ofMillis(800)),
                longer(watchdog, Duration.ofSeconds(30)));
    }

    /** How long closing one may take: a policy's plan, which moves nothing, is let come to its end. */
    Duration toClose(Kind kind) {
        return kind == Kind.POLICY ? connect : close;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
