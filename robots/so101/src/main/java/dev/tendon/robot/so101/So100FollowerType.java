/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;
import dev.tendon.motors.CalibrationSearch;
import dev.tendon.serial.SerialPorts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Choice {@code so100_follower}: the SO-101's predecessor, with the same motors, joints and driver. */
@Component
@Choice(value = "so100_follower", description = "SO-100 follower arm: six Feetech STS3215 on a serial port")
public final class So100FollowerType implements RobotType<So101FollowerConfig> {
    private static final String NAME = "so100_follower";

    private final SerialPorts ports;

    @Activate
    public So100FollowerType(@Reference SerialPorts ports) {
        this.ports = ports;
    }

    @Override
    public Class<So101FollowerConfig> configType() {
        return So101FollowerConfig.class;
    }

    @Override
    public Robot create(So101FollowerConfig config, DeviceContext context) {
        return new SoFollower(
                config, context, new ArmConnector(NAME, config, context, ports, CalibrationSearch.ofProcess()));
    }
}
