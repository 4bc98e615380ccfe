/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

/** The lowest and highest numbers at the points of a network where they become integers, in the order of the network. Owner: who finds them. */
final class Ranges {
    /** How much further than seen a range goes: the next observation is another one. */
    private static final float MARGIN = 1.25f;

    private final float[] low;
    private final float[] high;

    Ranges(int points) {
        low = new float[points];
        high = new float[points];
    }

    /** The numbers at {@code point} were seen to go from {@code lowest} to {@code highest}. */
    void saw(int point, float lowest, float highest) {
        low[point] = Math.min(low[point], MARGIN * lowest);
        high[point] = Math.max(high[point], MARGIN * highest);
    }

    /** Whether a number was seen at all points. */
    boolean finite() {
        for (int point = 0; point < low.length; point++) {
            if (!Float.isFinite(low[point]) || !Float.isFinite(high[point])) {
                return false;
            }
        }
        return true;
    }

    /** The step between two of the 256 levels at {@code point}. */
    float scale(int point) {
        float scale = (high[point] - low[point]) / 255;
        return scale > 0 ? scale : 1;
    }

    /** The level that stands for zero, which lies in every range. */
    int zero(int point) {
        return Math.max(0, Math.min(255, Math.round(-low[point] / scale(point))));
    }
}
