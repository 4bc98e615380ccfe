/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

/** Where an arm's joints are. Thread: any. */
interface ArmPose {
    /** shoulder_pan, shoulder_lift, elbow_flex, wrist_flex, wrist_roll, gripper. */
    int JOINTS = 6;

    /** Fills in how far each joint is turned from the middle of its range, in radians; leaves it as it is where the arm was closed. */
    void pose(double[] into);
}
