/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.motors.MotorJoint.Travel;
import java.nio.file.Path;
import java.util.Optional;

/** An SO-101 follower, as a driver describes it. */
final class TestArm {
    static final Joints JOINTS = Joints.of(
            new MotorJoint("shoulder_pan", 1, Travel.RANGE),
            new MotorJoint("shoulder_lift", 2, Travel.RANGE),
            new MotorJoint("elbow_flex", 3, Travel.RANGE),
            new MotorJoint("wrist_flex", 4, Travel.RANGE),
            new MotorJoint("wrist_roll", 5, Travel.FULL_TURN),
            new MotorJoint("gripper", 6, Travel.GRIPPER));

    private TestArm() {}

    static ArmOptions options(String id, Optional<Path> calibrationDir) {
        return options(id, calibrationDir, CalibrationMismatch.ASK);
    }

    static ArmOptions options(String id, Optional<Path> calibrationDir, CalibrationMismatch onMismatch) {
        return new ArmOptions(
                ArmOptions.Side.ROBOT,
                "so101_follower",
                "so_follower",
                "test:",
                Optional.of(id).filter(name -> !name.isEmpty()),
                calibrationDir,
                onMismatch);
    }
}
