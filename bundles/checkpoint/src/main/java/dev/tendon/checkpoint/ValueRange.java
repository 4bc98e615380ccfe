/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

/** A lowest and a highest value for each element of a feature. Immutable. */
public final class ValueRange {
    private final float[] low;
    private final float[] high;

    ValueRange(float[] low, float[] high) {
        this.low = low;
        this.high = high;
    }

    /** Number of elements. */
    public int size() {
        return low.length;
    }

    public float low(int element) {
        return low[element];
    }

    public float high(int element) {
        return high[element];
    }
}
