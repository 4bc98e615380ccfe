/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.sim.scene.Scene;

/**
 * The geometry of an SO-101: where its links are when its joints are turned. Base frame: x forwards, y to the left, z up, metres. The
 * angles are the URDF's, whose zero is the middle of each joint's range, as LeRobot's degrees; only the gripper's zero is elsewhere.
 *
 * <p>Numbers: TheRobotStudio/SO-ARM100, Simulation/SO101/so101_new_calib.urdf (fda892c, 2026-02), the joints' origins and limits;
 * the fingers' shapes are measured in its meshes wrist_roll_follower_so101_v1.stl and moving_jaw_so101_v1.stl. Immutable. Thread: any.
 */
final class ArmModel {
    static final int PAN = 0;
    static final int LIFT = 1;
    static final int ELBOW = 2;
    static final int WRIST = 3;
    static final int ROLL = 4;
    static final int GRIPPER = 5;

    /** The gripper's angle where its servo is at the low end of its range: fingers closed. */
    static final double CLOSED = -0.174533;

    /** Where the pan axis stands. */
    static final double PAN_X = 0.0388353;

    /** The fixed finger in the frame of {@link #GRIPPER_LINK}: its inner face is at the box's high x. */
    static final Box FIXED_FINGER = Box.between(-0.0220, -0.0105, -0.0078, 0.0075, -0.1044, -0.0480);

    /** The hand behind the fingers, in the same frame. */
    static final Box PALM = Box.between(-0.0352, 0.0300, -0.0250, 0.0240, -0.0480, 0.0010);

    /** The moving finger in the frame of {@link #JAW_LINK}. */
    static final Box MOVING_FINGER =
            new Box(Transform.origin(-0.0030, -0.0465, 0.0190, -Math.PI / 2, 0, 0), 0.0065, 0.0075, 0.0355, 1);

    /** Links, as {@link #links} gives them. */
    static final int BASE_LINK = 0;

    static final int SHOULDER_LINK = 1;
    static final int UPPER_ARM_LINK = 2;
    static final int LOWER_ARM_LINK = 3;
    static final int WRIST_LINK = 4;
    static final int GRIPPER_LINK = 5;
    static final int JAW_LINK = 6;

    /** Limits of the joints, in radians. */
    private static final double[] LOW = {-1.91986, -1.74533, -1.69, -1.65806, -2.74385, -0.174533};

    private static final double[] HIGH = {1.91986, 1.74533, 1.69, 1.65806, 2.84121, 1.74533};

    private static final Transform[] ORIGINS = {
        Transform.origin(PAN_X, 0, 0.0624, Math.PI, 0, -Math.PI),
        Transform.origin(-0.0303992, -0.0182778, -0.0542, -Math.PI / 2, -Math.PI / 2, 0),
        Transform.origin(-0.11257, -0.028, 0, 0, 0, Math.PI / 2),
        Transform.origin(-0.1349, 0.0052, 0, 0, 0, -Math.PI / 2),
        Transform.origin(0, -0.0611, 0.0181, Math.PI / 2, 0.0486795, Math.PI),
        Transform.origin(0.0202, 0.0188, -0.0234, Math.PI / 2, 0, 0),
    };

    private final double gripperOffset;

    /** @param gripperLow the lower end of the gripper's range, in radians from its middle */
    ArmModel(double gripperLow) {
        gripperOffset = CLOSED - gripperLow;
    }

    static double low(int joint) {
        return LOW[joint];
    }

    static double high(int joint) {
        return HIGH[joint];
    }

    /** The model's angle of a joint for its angle from the middle of the servo's range. */
    double angle(int joint, double fromMiddle) {
        return joint == GRIPPER ? fromMiddle + gripperOffset : fromMiddle;
    }

    /** The reverse of {@link #angle}. */
    double fromMiddle(int joint, double angle) {
        return joint == GRIPPER ? angle - gripperOffset : angle;
    }

    /**
     * Where each link is.
     *
     * @param pose angles from the middle of the servos' ranges
     */
    Transform[] links(double[] pose) {
        Transform[] links = new Transform[Scene.JOINTS + 1];
        links[BASE_LINK] = Transform.NONE;
        for (int i = 0; i < Scene.JOINTS; i++) {
            links[i + 1] = links[i].then(ORIGINS[i]).then(Transform.about(2, angle(i, pose[i])));
        }
        return links;
    }
}
