/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

/** How much one call may still bring into memory, counted in numbers of eight bytes. */
final class Budget {
    private long left = Limits.VALUES;

    /** Takes {@code values} of it. */
    void take(long values) {
        left -= values;
        if (left < 0) {
            throw new Damage.Unsupported("it asks for more than " + Limits.VALUES + " values at once");
        }
    }
}
