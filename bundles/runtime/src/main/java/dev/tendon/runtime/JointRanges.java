/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

/** The values that a robot's joints can reach, by slot of its action. Immutable. Thread: any. */
public final class JointRanges {
    private final double[] low;
    private final double[] high;

    private JointRanges(double[] low, double[] high) {
        this.low = low;
        this.high = high;
    }

    /** Lowest and highest by slot, in the slot's unit; NaN where there is no limit. Copied. */
    public static JointRanges of(double[] low, double[] high) {
        if (low.length != high.length) {
            throw new IllegalArgumentException(low.length + " lower limits and " + high.length + " upper ones");
        }
        return new JointRanges(low.clone(), high.clone());
    }

    /** Number of slots. */
    public int slots() {
        return low.length;
    }

    /** Lowest value of {@code slot}; NaN where there is no limit. */
    public double low(int slot) {
        return low[slot];
    }

    /** Highest value of {@code slot}; NaN where there is no limit. */
    public double high(int slot) {
        return high[slot];
    }
}
