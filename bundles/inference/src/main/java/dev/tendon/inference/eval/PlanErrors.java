/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.eval;

/** How far plans are from what was done, by joint and by how far ahead, in the joints' own units. Owner thread: its creator's. */
final class PlanErrors {
    private final int joints;
    private final double[][] sums;
    private final double[][] squares;
    private final long[] counts;

    /** None yet, of plans that are {@code horizon} long. */
    PlanErrors(int horizon, int joints) {
        this.joints = joints;
        sums = new double[horizon][joints];
        squares = new double[horizon][joints];
        counts = new long[horizon];
    }

    /** A step of a plan, {@code ahead} frames after what was observed; {@code at} is where its numbers begin in {@code planned}. */
    void add(int ahead, float[] planned, int at, double[] done) {
        counts[ahead]++;
        for (int joint = 0; joint < joints; joint++) {
            double error = planned[at + joint] - done[joint];
            sums[ahead][joint] += Math.abs(error);
            squares[ahead][joint] += error * error;
        }
    }

    int horizon() {
        return counts.length;
    }

    int joints() {
        return joints;
    }

    /** Mean absolute error of a joint so far ahead; NaN where no episode was that long. */
    double mean(int ahead, int joint) {
        return sums[ahead][joint] / counts[ahead];
    }

    /** The same over all joints. */
    double mean(int ahead) {
        double sum = 0;
        for (int joint = 0; joint < joints; joint++) {
            sum += sums[ahead][joint];
        }
        return sum / joints / counts[ahead];
    }

    /** Mean absolute error of a joint over the first {@code steps} of plans. */
    double meanOver(int steps, int joint) {
        return over(sums, steps, joint);
    }

    /** Root of the mean squared error of a joint over the first {@code steps} of plans. */
    double rootMeanSquareOver(int steps, int joint) {
        return Math.sqrt(over(squares, steps, joint));
    }

    /** Mean absolute error of all joints over the first {@code steps} of plans. */
    double meanOver(int steps) {
        double sum = 0;
        for (int joint = 0; joint < joints; joint++) {
            sum += meanOver(steps, joint);
        }
        return sum / joints;
    }

    private double over(double[][] values, int steps, int joint) {
        double sum = 0;
        long count = 0;
        for (int ahead = 0; ahead < steps; ahead++) {
            sum += values[ahead][joint];
            count += counts[ahead];
        }
        return sum / count;
    }
}
