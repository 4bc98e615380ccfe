/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import java.util.concurrent.atomic.AtomicLong;

/** How much one call may still bring into memory, counted in numbers of eight bytes. Thread: any. */
public final class Budget {
    private final AtomicLong left;

    public Budget() {
        this(Limits.VALUES);
    }

    private Budget(long left) {
        this.left = new AtomicLong(left);
    }

    /** For rows that are looked at and let go of. */
    static Budget unlimited() {
        return new Budget(Long.MAX_VALUE);
    }

    /** Takes {@code values} of it. */
    public void take(long values) {
        if (left.addAndGet(-values) < 0) {
            throw new Damage.Unsupported("it asks for more than " + Limits.VALUES + " values at once");
        }
    }
}
