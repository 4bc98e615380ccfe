/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

/**
 * Sums as NumPy adds them, so that rounding comes out as LeRobot's does, in single and in double precision: columns of a matrix
 * row by row, one column alone in pairs (numpy/_core/src/umath/loops_utils.h.src, blocks of 128, eight at a time).
 */
final class Sums {
    private static final int BLOCK = 128;
    private static final int LANES = 8;

    private Sums() {}

    /** Value {@code at}. */
    interface Values {
        double at(int index);
    }

    /** The sum of {@code n} values in order. */
    static double inOrder(Values values, int n, boolean single) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum = round(sum + values.at(i), single);
        }
        return sum;
    }

    /** The sum of {@code n} values in pairs. */
    static double inPairs(Values values, int from, int n, boolean single) {
        if (n < LANES) {
            return inOrder(i -> values.at(from + i), n, single);
        }
        if (n > BLOCK) {
            int half = n / 2 - n / 2 % LANES;
            return round(inPairs(values, from, half, single) + inPairs(values, from + half, n - half, single), single);
        }
        double[] lanes = new double[LANES];
        for (int i = 0; i < n - n % LANES; i++) {
            lanes[i % LANES] = i < LANES ? values.at(from + i) : round(lanes[i % LANES] + values.at(from + i), single);
        }
        for (int width = 1; width < LANES; width *= 2) {
            for (int lane = 0; lane < LANES; lane += 2 * width) {
                lanes[lane] = round(lanes[lane] + lanes[lane + width], single);
            }
        }
        double sum = lanes[0];
        for (int i = n - n % LANES; i < n; i++) {
            sum = round(sum + values.at(from + i), single);
        }
        return sum;
    }

    /** {@code value} in the precision asked for. */
    static double round(double value, boolean single) {
        return single ? (float) value : value;
    }
}
