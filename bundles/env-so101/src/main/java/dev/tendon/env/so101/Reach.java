/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.sim.scene.Scene;

/**
 * Which pose brings the point between the fingers somewhere, with the hand upright above it: Newton's method on the four joints in
 * front of the roll, on the real geometry. Thread: any.
 */
final class Reach {
    /** In the gripper link's frame: a bit above the fingertips. */
    private static final double TIPS_Z = -0.0950;

    private static final int UNKNOWNS = 4;
    private static final int ITERATIONS = 60;
    private static final double ENOUGH = 1e-7;
    private static final double STEP = 1e-5;
    private static final double LONGEST_STEP = 0.4;
    private static final double LEAN = 0.05;
    private static final double MOST_LEANING = 0.8;
    /** Metres of a radian of lean, so that both count. */
    private static final double LEVER = 0.1;

    private final ArmModel model;
    private final double outwards;

    /** @param outwards how far the point is from the hand's axis, towards the moving finger */
    Reach(ArmModel model, double outwards) {
        this.model = model;
        this.outwards = outwards;
    }

    /**
     * A pose; the hand upright, or leaning as little as the wrist demands.
     *
     * @param roll angle of wrist_roll
     * @param gripper the model's angle of the gripper
     * @throws IllegalArgumentException where the arm does not reach there
     */
    double[] pose(double x, double y, double z, double roll, double gripper) {
        for (double lean = 0; lean <= MOST_LEANING; lean += LEAN) {
            for (int side = 1; side >= -1; side -= 2) {
                double[] q = solved(new double[] {x, y, z, side * lean}, roll, gripper);
                if (q.length > 0) {
                    return q;
                }
            }
        }
        throw new IllegalArgumentException("The hand does not reach " + x + ", " + y + ", " + z);
    }

    /** The pose for a point and a lean; empty where there is none. */
    private double[] solved(double[] wanted, double roll, double gripper) {
        double[] q = new double[Scene.JOINTS];
        q[ArmModel.PAN] = -Math.atan2(wanted[1], wanted[0] - ArmModel.PAN_X);
        q[ArmModel.LIFT] = -0.2;
        q[ArmModel.ELBOW] = 0.4;
        q[ArmModel.WRIST] = 1.2;
        q[ArmModel.ROLL] = roll;
        q[ArmModel.GRIPPER] = model.fromMiddle(ArmModel.GRIPPER, gripper);
        for (int i = 0; i < ITERATIONS; i++) {
            double[] off = off(q, wanted);
            if (length(off) < ENOUGH) {
                return within(q) ? q : new double[0];
            }
            double[] step = solve(q, wanted, off);
            double size = Math.min(1, LONGEST_STEP / Math.max(1e-9, length(step)));
            for (int j = 0; j < UNKNOWNS; j++) {
                q[j] -= size * step[j];
            }
        }
        return new double[0];
    }

    private static boolean within(double[] q) {
        for (int i = 0; i < UNKNOWNS; i++) {
            if (q[i] < ArmModel.low(i) || q[i] > ArmModel.high(i)) {
                return false;
            }
        }
        return true;
    }

    /** How far the point is off in metres, and how far the hand leans out of the arm's plane's vertical. */
    private double[] off(double[] q, double[] wanted) {
        Transform hand = model.links(q)[ArmModel.GRIPPER_LINK];
        double[] at = hand.point(outwards, 0, TIPS_Z);
        double[] up = hand.direction(0, 0, 1);
        double leaning = Math.cos(q[ArmModel.PAN]) * up[0] - Math.sin(q[ArmModel.PAN]) * up[1];
        return new double[] {
            at[0] - wanted[0], at[1] - wanted[1], at[2] - wanted[2], LEVER * (Math.atan2(leaning, up[2]) - wanted[3])
        };
    }

    private double[] solve(double[] q, double[] wanted, double[] off) {
        double[][] m = new double[UNKNOWNS][UNKNOWNS + 1];
        for (int j = 0; j < UNKNOWNS; j++) {
            double[] moved = q.clone();
            moved[j] += STEP;
            double[] there = off(moved, wanted);
            for (int i = 0; i < UNKNOWNS; i++) {
                m[i][j] = (there[i] - off[i]) / STEP;
            }
        }
        for (int i = 0; i < UNKNOWNS; i++) {
            m[i][UNKNOWNS] = off[i];
        }
        return eliminated(m);
    }

    /** Gauss with row exchange. */
    private static double[] eliminated(double[][] m) {
        int n = m.length;
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c + 1; r < n; r++) {
                best = Math.abs(m[r][c]) > Math.abs(m[best][c]) ? r : best;
            }
            double[] row = m[best];
            m[best] = m[c];
            m[c] = row;
            double pivot = Math.abs(row[c]) < 1e-9 ? 1e-9 : row[c];
            for (int r = 0; r < n; r++) {
                if (r != c) {
                    double share = m[r][c] / pivot;
                    for (int k = c; k <= n; k++) {
                        m[r][k] -= share * row[k];
                    }
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = m[i][n] / (Math.abs(m[i][i]) < 1e-9 ? 1e-9 : m[i][i]);
        }
        return x;
    }

    private static double length(double[] v) {
        double sum = 0;
        for (double d : v) {
            sum += d * d;
        }
        return Math.sqrt(sum);
    }
}
