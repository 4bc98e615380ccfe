/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.runtime.Reconnection;
import dev.tendon.shell.session.DisplayMode;
import dev.tendon.shell.session.DisplayOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon teleoperate}: those of lerobot-teleoperate 0.6, the watchdog, reconnecting, and the soft start. */
@Describe("Drive a robot by a teleoperator, until Ctrl-C or --teleop_time_s")
record TeleoperateOptions(
        @Describe("The robot") Chosen<RobotType<?>> robot,
        @Describe("What drives it") Chosen<TeleoperatorType<?>> teleop,
        @Describe(value = "Ticks per second", unit = "Hz") @Default("60") double fps,
        @Describe(value = "How long; empty: until Ctrl-C", unit = "s") Optional<Double> teleopTimeS,
        @Describe(value = "A tick that takes longer ends the session: the robot is taken from its driver", unit = "ms")
                @Default("500")
                int watchdogMs,
        @Describe(
                        value =
                                "How long a lost robot or leader may take to come back, its plug put in again; the last goal is held meanwhile; 0: the session ends at once",
                        unit = "s")
                @Default("10")
                double reconnectS,
        @Describe(
                        value =
                                "How long the robot takes at the start from where it is to the teleoperator's pose; 0: at once, as in LeRobot",
                        unit = "s")
                @Default("1")
                double softStartS,
        @Describe("Show joints, cameras and timing in the browser; the address is printed") @Default("false")
                boolean displayData,
        @Describe("Kind of live view; rerun and foxglove are LeRobot's, and show Tendon's page") @Default("browser")
                DisplayMode displayMode,
        @Describe("Address of this machine to serve the live view on, a loopback one; empty: 127.0.0.1")
                Optional<String> displayIp,
        @Describe("Port of the live view; empty or 0: a free one") Optional<Integer> displayPort,
        @NoEffect("the browser gets JPEG in any case") @Describe("Compress pictures of the live view") @Default("false")
                boolean displayCompressedImages) {
    private static final double LONGEST_RECONNECT_S = 3600;
    private static final double LONGEST_SOFT_START_S = 60;

    TeleoperateOptions {
        List<String> problems = new ArrayList<>();
        if (teleopTimeS.isPresent() && !(teleopTimeS.get() > 0)) {
            problems.add("--teleop_time_s is above 0, not " + teleopTimeS.get());
        }
        if (!(fps > 0)) {
            problems.add("--fps is above 0, not " + fps);
        }
        if (!(reconnectS >= 0 && reconnectS <= LONGEST_RECONNECT_S)) {
            problems.add("--reconnect_s is from 0 (never) to 3600 seconds, not " + reconnectS);
        }
        if (!(softStartS >= 0 && softStartS <= LONGEST_SOFT_START_S)) {
            problems.add("--soft_start_s is from 0 (none) to 60 seconds, not " + softStartS);
        }
        if (watchdogMs < 1) {
            problems.add("--watchdog_ms is at least 1, not " + watchdogMs);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    Reconnection reconnection() {
        return Reconnection.within(Duration.ofNanos(Math.round(reconnectS * 1e9)));
    }

    Duration softStart() {
        return Duration.ofNanos(Math.round(softStartS * 1e9));
    }

    Optional<Duration> limit() {
        return teleopTimeS.map(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    DisplayOptions display() {
        return new DisplayOptions(displayData, displayMode, displayIp, displayPort);
    }
}
