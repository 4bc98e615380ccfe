/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.desk;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.Describe;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import java.util.Optional;

/** Options of {@code tendon calibrate}: those of lerobot-calibrate 0.6. */
@Describe("Calibrate a robot or a teleoperator: its middle position and how far each joint goes")
record CalibrateOptions(
        @Describe("The robot; either this or --teleop") Optional<Chosen<RobotType<?>>> robot,
        @Describe("The teleoperator; either this or --robot") Optional<Chosen<TeleoperatorType<?>>> teleop) {
    CalibrateOptions {
        OneDevice.check("calibrate", robot, teleop);
    }

    OneDevice device() {
        return new OneDevice(robot, teleop);
    }
}
