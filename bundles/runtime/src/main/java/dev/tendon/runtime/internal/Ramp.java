/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

/** Goes in a straight line from a pose to a goal, which may move meanwhile. Owner: the control thread. */
final class Ramp {
    private final double[] start;
    private long ticks;
    private long done;

    Ramp(int slots) {
        start = new double[slots];
    }

    /** Begins anew, to take {@code ticks} ticks; what it starts from is given before the first. */
    void begin(long ticks) {
        this.ticks = ticks;
        done = 0;
    }

    /** Whether the next tick is one of it. */
    boolean active() {
        return done < ticks;
    }

    /** Whether the next tick is its first. */
    boolean begins() {
        return done == 0 && active();
    }

    void start(int slot, double value) {
        start[slot] = value;
    }

    /** Where to be in this tick on the way to {@code goal}. */
    double towards(int slot, double goal) {
        return start[slot] + (goal - start[slot]) * done / ticks;
    }

    /** The tick is over. */
    void next() {
        done++;
    }
}
