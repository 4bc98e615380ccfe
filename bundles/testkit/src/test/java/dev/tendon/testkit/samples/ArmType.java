/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.samples;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;

/** An arm with one fault, or none. */
public final class ArmType implements RobotType<ArmConfig> {
    private final Fault fault;

    public ArmType(Fault fault) {
        this.fault = fault;
    }

    @Override
    public Class<ArmConfig> configType() {
        return ArmConfig.class;
    }

    @Override
    public Robot create(ArmConfig config, DeviceContext context) {
        return new Arm(config, context, fault);
    }
}
