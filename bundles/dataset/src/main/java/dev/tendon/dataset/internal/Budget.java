/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

/** How much one call may still bring into memory, counted in numbers of eight bytes. */
public final class Budget {
    private long left;

    public Budget() {
        this(Limits.VALUES);
    }

    private Budget(long left) {
        this.left = left;
    }

    /** For rows that are looked at and let go of. */
    static Budget unlimited() {
        return new Budget(Long.MAX_VALUE);
    }

    /** Takes {@code values} of it. */
    public void take(long values) {
        left -= values;
        if (left < 0) {
            throw new Damage.Unsupported("it asks for more than " + Limits.VALUES + " values at once");
        }
    }
}
