/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.recording;

import java.util.List;

/**
 * A pick and place of an SO-101, made up: a person moves the leader from pose to pose (the action), the follower comes after it,
 * sags a little, and its gripper stops at the cube (the state). In −100..100, gripper 0..100. Pure arithmetic: the same on every
 * machine.
 *
 * @param task what is done, in words
 * @param poses time in s, then a position for each joint; between two poses the hand speeds up and slows down smoothly
 */
record ReachMotion(String task, List<double[]> poses) {
    static final int FPS = 30;
    static final int FRAMES = 240;
    static final List<String> JOINTS = List.of(
            "shoulder_pan.pos",
            "shoulder_lift.pos",
            "elbow_flex.pos",
            "wrist_flex.pos",
            "wrist_roll.pos",
            "gripper.pos");

    /** How far gravity pulls each joint off its goal. */
    private static final double[] SAG = {0, 1.0, -0.8, 0.4, 0, 0};

    /** What an encoder's tick is worth, with some 2,400 ticks in a joint's range. */
    private static final double TICK = 200.0 / 2400;

    private static final int GRIPPER = 5;
    private static final double CUBE = 24;
    private static final int DELAY_FRAMES = 2;
    private static final double RESPONSE = 0.5;

    static ReachMotion toTheLeft() {
        return new ReachMotion(
                "Reach for the cube and set it down on the left",
                List.of(
                        new double[] {0.0, -2, -97, 96, 72, 0, 3},
                        new double[] {0.5, -2, -97, 96, 72, 0, 3},
                        new double[] {2.0, 24, -8, 22, 78, 4, 48},
                        new double[] {2.8, 24, 22, 18, 70, 4, 48},
                        new double[] {3.4, 24, 22, 18, 70, 4, 15},
                        new double[] {4.2, 22, -10, 20, 74, 4, 15},
                        new double[] {5.4, -28, -6, 16, 74, -6, 15},
                        new double[] {6.1, -28, 20, 20, 68, -6, 15},
                        new double[] {6.6, -28, 20, 20, 68, -6, 50},
                        new double[] {8.0, -2, -64, 74, 72, 0, 12}));
    }

    static ReachMotion toTheRight() {
        return new ReachMotion(
                "Reach for the cube and set it down on the right",
                List.of(
                        new double[] {0.0, 1, -95, 95, 70, 1, 4},
                        new double[] {0.4, 1, -95, 95, 70, 1, 4},
                        new double[] {1.8, -25, -4, 20, 76, -5, 52},
                        new double[] {2.7, -26, 24, 17, 69, -5, 52},
                        new double[] {3.2, -26, 24, 17, 69, -5, 14},
                        new double[] {4.1, -24, -12, 22, 75, -4, 14},
                        new double[] {5.3, 30, -8, 18, 73, 7, 14},
                        new double[] {6.0, 30, 21, 19, 67, 7, 14},
                        new double[] {6.5, 30, 21, 19, 67, 7, 55},
                        new double[] {8.0, 1, -70, 80, 70, 1, 10}));
    }

    /** What was asked for, by frame and joint. */
    float[][] actions() {
        float[][] actions = new float[FRAMES][JOINTS.size()];
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int joint = 0; joint < JOINTS.size(); joint++) {
                actions[frame][joint] = ticks(wanted((double) frame / FPS, joint), joint);
            }
        }
        return actions;
    }

    /** Where the follower was, by frame and joint. */
    float[][] states() {
        float[][] actions = actions();
        float[][] states = new float[FRAMES][JOINTS.size()];
        for (int joint = 0; joint < JOINTS.size(); joint++) {
            double position = actions[0][joint];
            for (int frame = 0; frame < FRAMES; frame++) {
                double goal = actions[Math.max(0, frame - DELAY_FRAMES)][joint];
                position += RESPONSE * (goal - position);
                double measured = joint == GRIPPER && holding(frame) ? Math.max(position, CUBE) : position + SAG[joint];
                states[frame][joint] = ticks(measured, joint);
            }
        }
        return states;
    }

    /** Whether the cube is between the fingers: from when they begin to close on it until they have opened. */
    private boolean holding(int frame) {
        double time = (double) frame / FPS;
        return time >= poses.get(3)[0] && time <= poses.get(8)[0];
    }

    private double wanted(double time, int joint) {
        int next = 1;
        while (next < poses.size() - 1 && poses.get(next)[0] < time) {
            next++;
        }
        double[] from = poses.get(next - 1);
        double[] to = poses.get(next);
        double part = Math.min(1, (time - from[0]) / (to[0] - from[0]));
        double smooth = part * part * part * (10 + part * (6 * part - 15)); // least jerk
        return from[joint + 1] + (to[joint + 1] - from[joint + 1]) * smooth;
    }

    private static float ticks(double value, int joint) {
        double least = joint == GRIPPER ? 0 : -100;
        return (float) Math.min(100, Math.max(least, Math.rint(value / TICK) * TICK));
    }
}
