/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import java.time.Duration;

/**
 * One thing that can fail in a tick, and the rule for when it has failed too long: {@value #MOST_IN_A_ROW} times in a row and
 * for a second of the session's time. Keeps text, no exception: that could keep a replaced plugin's classes. Thread: the
 * control thread; {@link #total} any, roughly.
 */
final class Fault {
    static final int MOST_IN_A_ROW = 3;
    static final Duration LONGEST = Duration.ofSeconds(1);

    private final String what;
    private long total;
    private long inARow;
    private long sinceNs;

    /** @param what in messages: {@code could not be observed} */
    Fault(String what) {
        this.what = what;
    }

    /** Counts a failure; whether it is the first in a row. */
    boolean failed(long nowNs) {
        total++;
        inARow++;
        if (inARow == 1) {
            sinceNs = nowNs;
        }
        return inARow == 1;
    }

    /** Whether it has failed for too long. */
    boolean tooLong(long nowNs) {
        return inARow >= MOST_IN_A_ROW && nowNs - sinceNs >= LONGEST.toNanos();
    }

    /** In words: how long, how often, and with what in the end. */
    String text(DeviceException last, String device, long nowNs) {
        return device + " " + what + " for " + (nowNs - sinceNs) / 1_000_000 + " ms, " + inARow + " times in a row: "
                + last.getMessage();
    }

    /** Counts a success; the number of failures that it ended, or 0. */
    long succeeded() {
        long ended = inARow;
        inARow = 0;
        return ended;
    }

    long total() {
        return total;
    }

    String what() {
        return what;
    }
}
