/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.motors.CalibrationMismatch;
import dev.tendon.robot.so101.So101FollowerConfig;
import dev.tendon.robot.so101.So101FollowerType;
import dev.tendon.serial.internal.DefaultSerialPorts;
import dev.tendon.sim.SimSerialPortProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environments outside of a framework. */
final class Tables {
    private Tables() {}

    static So101EnvConfig config(int fps, int pixels, String... cameras) {
        return new So101EnvConfig(fps, 8, List.of(cameras), pixels, pixels, true);
    }

    static So101Env open(So101EnvConfig config) {
        SimSerialPortProvider sim = new SimSerialPortProvider(Path.of("target"), List.of(new CubeSceneType()));
        So101FollowerType type = new So101FollowerType(new DefaultSerialPorts(List.of(sim)));
        return new So101Env(
                config,
                (port, context) -> type.create(
                        new So101FollowerConfig(
                                port,
                                Optional.empty(),
                                Optional.of(Path.of("target", "no-calibration")),
                                config.useDegrees(),
                                true,
                                Optional.empty(),
                                16,
                                0,
                                32,
                                2,
                                CalibrationMismatch.ASK,
                                Map.of()),
                        context),
                sim);
    }
}
