/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import java.util.Arrays;

/**
 * Tells by the numbers alone whether a joint was recorded in degrees or in −100..100. A servo's position is one of 4096 steps, so
 * that in either unit the values lie on a grid, and the two grids differ.
 *
 * <p>Degrees are (step − middle) · 360 / 4095 where the middle may lie between two steps: multiples of 180 / 4095. The other is (step −
 * lowest) · 200 / span − 100 with the whole number {@code span} of the joint's calibration. Sources: lerobot 0.6,
 * motors/motors_bus.py ({@code _normalize}). Data of a policy, a filter or another make of servo lies on neither and is left
 * undecided.
 */
final class EncoderGrid {
    private static final double HALF_STEP_DEG = 180.0 / 4095;
    /** Calibrated ranges below this many steps (18 degrees) do not occur, and would fit too much. */
    private static final int SMALLEST_SPAN = 200;

    private static final int LARGEST_SPAN = 4095;
    /** Fewer different values say too little: each fits a given grid by chance once in 250. */
    private static final int LEAST_VALUES = 8;
    /** How far from a grid point a value may be, in steps; rounding to float32 makes 0.0003 at most. */
    private static final double TOLERANCE = 0.002;

    /** What a joint's values are. */
    enum Verdict {
        DEGREES,
        SIGNED_PERCENT,
        UNDECIDED
    }

    private EncoderGrid() {}

    /** Judges the values of one joint. */
    static Verdict of(double[] values) {
        double[] distinct = Arrays.stream(values).distinct().toArray();
        if (distinct.length < LEAST_VALUES) {
            return Verdict.UNDECIDED;
        }
        boolean degrees = onGrid(distinct, 0, HALF_STEP_DEG);
        boolean percent = onPercentGrid(distinct);
        if (degrees == percent) {
            return Verdict.UNDECIDED;
        }
        return degrees ? Verdict.DEGREES : Verdict.SIGNED_PERCENT;
    }

    private static boolean onPercentGrid(double[] distinct) {
        for (double value : distinct) {
            if (Math.abs(value) > 100 + 1e-3) {
                return false;
            }
        }
        for (int span = SMALLEST_SPAN; span <= LARGEST_SPAN; span++) {
            if (onGrid(distinct, -100, 200.0 / span)) {
                return true;
            }
        }
        return false;
    }

    private static boolean onGrid(double[] distinct, double origin, double step) {
        for (double value : distinct) {
            double steps = (value - origin) / step;
            if (Math.abs(steps - Math.rint(steps)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
