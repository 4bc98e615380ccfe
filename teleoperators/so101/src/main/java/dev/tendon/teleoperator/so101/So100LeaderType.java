/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.so101;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.motors.CalibrationSearch;
import dev.tendon.serial.SerialPorts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Choice {@code so100_leader}: the SO-101's predecessor, with the same motors, joints and driver. */
@Component
@Choice(value = "so100_leader", description = "SO-100 leader arm: six Feetech STS3215 on a serial port, moved by hand")
public final class So100LeaderType implements TeleoperatorType<So101LeaderConfig> {
    private static final String NAME = "so100_leader";

    private final SerialPorts ports;

    @Activate
    public So100LeaderType(@Reference SerialPorts ports) {
        this.ports = ports;
    }

    @Override
    public Class<So101LeaderConfig> configType() {
        return So101LeaderConfig.class;
    }

    @Override
    public Teleoperator create(So101LeaderConfig config, DeviceContext context) {
        return new SoLeader(
                config, context, new ArmConnector(NAME, config, context, ports, CalibrationSearch.ofProcess()));
    }
}
