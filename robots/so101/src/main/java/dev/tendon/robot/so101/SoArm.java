/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.motors.Joints;
import dev.tendon.motors.MotorJoint;
import dev.tendon.motors.MotorJoint.Travel;

/** The joints of an SO-100 or SO-101 arm in LeRobot's order, with the id of each servo (lerobot 0.6, robots/so_follower/so_follower.py). */
final class SoArm {
    static final Joints JOINTS = Joints.of(
            new MotorJoint("shoulder_pan", 1, Travel.RANGE),
            new MotorJoint("shoulder_lift", 2, Travel.RANGE),
            new MotorJoint("elbow_flex", 3, Travel.RANGE),
            new MotorJoint("wrist_flex", 4, Travel.RANGE),
            new MotorJoint("wrist_roll", 5, Travel.FULL_TURN),
            new MotorJoint("gripper", 6, Travel.GRIPPER));

    static final int GRIPPER_ID = 6;

    private SoArm() {}
}
