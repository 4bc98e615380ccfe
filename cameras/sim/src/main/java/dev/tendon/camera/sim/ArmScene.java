/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import java.nio.ByteBuffer;

/**
 * An arm like an SO-101 on a table, from its right front. A picture, no measurement: the links have about the real one's lengths,
 * and each joint turns by what the simulated servo turned.
 *
 * <p>World: metres, x forwards, y to the left, z up; the arm's base is the origin.
 */
final class ArmScene implements Scene {
    private static final double PAN_HEIGHT = 0.055;
    private static final double SHOULDER_HEIGHT = 0.117;
    private static final double SHOULDER_FORWARD = 0.030;
    private static final double UPPER_ARM = 0.113;
    private static final double FOREARM = 0.135;
    private static final double HAND = 0.061;
    private static final double FINGER = 0.085;
    /** The gripper's range is about this angle; its middle is half open. */
    private static final double HALF_OPEN = Math.toRadians(64);

    private static final int PRINTED = 0xE8A33D;
    private static final int SERVO = 0x33373D;
    private static final int BASE = 0x5A6270;
    private static final int JAW = 0xD9822B;

    private final ArmPose arm;
    private final Canvas canvas;
    private final double[] pose = new double[ArmPose.JOINTS];

    ArmScene(int width, int height, ArmPose arm) {
        this.arm = arm;
        canvas = new Canvas(width, height);
    }

    @Override
    public void draw(ByteBuffer pixels, long number) {
        arm.pose(pose); // an arm that is closed stays as it was last
        canvas.begin();
        double[] base = {0, 0, 0};
        double[] column = {0, 0, PAN_HEIGHT};
        double pan = pose[0];
        double[] shoulder = along(new double[] {0, 0, SHOULDER_HEIGHT}, pan, Math.PI / 2, SHOULDER_FORWARD);
        double upper = pose[1];
        double[] elbow = along(shoulder, pan, upper, UPPER_ARM);
        double fore = upper + Math.PI / 2 + pose[2];
        double[] wrist = along(elbow, pan, fore, FOREARM);
        double hand = fore + pose[3];
        double[] palm = along(wrist, pan, hand, HAND);

        canvas.link(base, column, 0.034, BASE);
        canvas.link(column, shoulder, 0.026, PRINTED);
        canvas.link(shoulder, elbow, 0.018, PRINTED);
        canvas.link(elbow, wrist, 0.016, PRINTED);
        canvas.link(wrist, palm, 0.017, SERVO);
        canvas.ball(shoulder, 0.025, SERVO);
        canvas.ball(elbow, 0.023, SERVO);
        canvas.ball(wrist, 0.020, SERVO);
        fingers(palm, pan, hand);
        canvas.show(pixels);
    }

    /** One finger goes on straight; the other opens away from it, about the hand's axis turned by wrist_roll. */
    private void fingers(double[] palm, double pan, double hand) {
        double[] ahead = direction(pan, hand);
        double[] up = direction(pan, hand - Math.PI / 2);
        double[] side = {-Math.sin(pan), Math.cos(pan), 0};
        double roll = pose[4];
        double open = Math.max(0, Math.min(2 * HALF_OPEN, HALF_OPEN + pose[5]));
        double[] opening = new double[3];
        double[] still = new double[3];
        double[] moving = new double[3];
        for (int i = 0; i < 3; i++) {
            opening[i] = Math.cos(roll) * side[i] + Math.sin(roll) * up[i];
            still[i] = palm[i] + FINGER * ahead[i] - 0.012 * opening[i];
            moving[i] =
                    palm[i] + 0.012 * opening[i] + FINGER * (Math.cos(open) * ahead[i] + Math.sin(open) * opening[i]);
        }
        canvas.link(palm, still, 0.010, PRINTED);
        canvas.link(palm, moving, 0.009, JAW);
        canvas.ball(palm, 0.018, SERVO);
    }

    private static double[] along(double[] from, double pan, double tilt, double length) {
        double[] d = direction(pan, tilt);
        return new double[] {from[0] + length * d[0], from[1] + length * d[1], from[2] + length * d[2]};
    }

    /** @param tilt from straight up, forwards */
    private static double[] direction(double pan, double tilt) {
        return new double[] {
            Math.sin(tilt) * Math.cos(pan), Math.sin(tilt) * Math.sin(pan), Math.cos(tilt),
        };
    }
}
