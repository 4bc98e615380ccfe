/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

/**
 * The T: two boxes. Corners in the order in which gym-pusht's keypoints have them ({@code get_keypoints}; the order is that of Chipmunk's
 * convex hull). Pixels.
 */
final class Tee {
    /** The boxes' corners: x, y. */
    static final double[][][] BOXES = {
        {{-60, 0}, {60, 0}, {60, 30}, {-60, 30}},
        {{-15, 30}, {15, 30}, {15, 120}, {-15, 120}},
    };

    /** The middle between the boxes' own middles, which is where its mass is. */
    static final double CENTRE_Y = 45;

    static final double AREA = 6300;

    /** Where it is to be: position and angle (gym-pusht, {@code goal_pose}). */
    static final Pose GOAL = new Pose(256, 256, Math.PI / 4);

    private Tee() {}

    /** The corners of a box of a T that stands there. */
    static double[][] box(int box, Pose pose) {
        double[][] corners = new double[4][2];
        for (int i = 0; i < corners.length; i++) {
            double[] corner = BOXES[box][i];
            corners[i][0] = pose.x(corner[0], corner[1]);
            corners[i][1] = pose.y(corner[0], corner[1]);
        }
        return corners;
    }

    /** How much of the goal it covers, 0 to 1. */
    static double coverage(Pose pose) {
        double area = 0;
        for (int i = 0; i < BOXES.length; i++) {
            for (int j = 0; j < BOXES.length; j++) {
                area += Overlap.area(box(i, pose), box(j, GOAL));
            }
        }
        return area / AREA;
    }
}
