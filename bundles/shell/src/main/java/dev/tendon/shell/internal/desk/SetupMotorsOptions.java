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

/** Options of {@code tendon setup-motors}: those of lerobot-setup-motors 0.6. */
@Describe("Give a new arm's motors their ids and baud rate, one motor at a time")
record SetupMotorsOptions(
        @Describe("The robot; either this or --teleop") Optional<Chosen<RobotType<?>>> robot,
        @Describe("The teleoperator; either this or --robot") Optional<Chosen<TeleoperatorType<?>>> teleop) {
    SetupMotorsOptions {
        OneDevice.check("set up", robot, teleop);
    }

    OneDevice device() {
        return new OneDevice(robot, teleop);
    }
}
