/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.env.Env;
import dev.tendon.api.env.EnvType;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;
import dev.tendon.sim.Simulator;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The choice {@code so101}. */
@Component
@Choice(value = "so101", description = "A simulated SO-101 at a table: put the cube on the disc")
public final class So101EnvType implements EnvType<So101EnvConfig> {
    private final RobotType<?> robots;
    private final Choices choices;
    private final Simulator simulator;

    @Activate
    public So101EnvType(
            @Reference(target = "(tendon.choice=so101_follower)") RobotType<?> robots,
            @Reference Choices choices,
            @Reference Simulator simulator) {
        this.robots = robots;
        this.choices = choices;
        this.simulator = simulator;
    }

    @Override
    public Class<So101EnvConfig> configType() {
        return So101EnvConfig.class;
    }

    @Override
    public Env create(So101EnvConfig config) {
        return new So101Env(config, (port, context) -> robot(robots, config, port, context), simulator);
    }

    private <C extends Record> Robot robot(
            RobotType<C> type, So101EnvConfig config, String port, DeviceContext context) {
        Chosen<RobotType<?>> chosen =
                new Chosen<>("so101_follower", Map.of("port", port, "use_degrees", config.useDegrees()));
        return type.create(choices.bind(type, chosen), context);
    }
}
