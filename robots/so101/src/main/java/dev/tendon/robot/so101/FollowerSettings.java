/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.FeetechMotors;
import dev.tendon.feetech.Sts3215;

/** What a follower's motors are set to, beside what every arm's are (lerobot 0.6, robots/so_follower/so_follower.py, configure). */
final class FollowerSettings {
    private static final int GRIPPER_MAX_TORQUE = 500;
    private static final int GRIPPER_PROTECTION_CURRENT = 250;
    private static final int GRIPPER_OVERLOAD_TORQUE = 25;

    private FollowerSettings() {}

    /** Applies them; the motors must be released. */
    static void apply(FeetechMotors motors, So101FollowerConfig config) throws DeviceException {
        int[] ids = SoArm.JOINTS.ids();
        motors.configure(ids);
        for (int id : ids) {
            motors.settle(id, Sts3215.P_COEFFICIENT, config.positionPCoefficient());
            motors.settle(id, Sts3215.I_COEFFICIENT, config.positionICoefficient());
            motors.settle(id, Sts3215.D_COEFFICIENT, config.positionDCoefficient());
        }
        motors.settle(SoArm.GRIPPER_ID, Sts3215.MAX_TORQUE_LIMIT, GRIPPER_MAX_TORQUE);
        motors.settle(SoArm.GRIPPER_ID, Sts3215.PROTECTION_CURRENT, GRIPPER_PROTECTION_CURRENT);
        motors.settle(SoArm.GRIPPER_ID, Sts3215.OVERLOAD_TORQUE, GRIPPER_OVERLOAD_TORQUE);
    }
}
