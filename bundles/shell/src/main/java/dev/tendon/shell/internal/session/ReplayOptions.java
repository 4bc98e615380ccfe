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
import dev.tendon.runtime.Reconnection;
import dev.tendon.shell.session.DisplayMode;
import dev.tendon.shell.session.DisplayOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon replay}: those of lerobot-replay 0.6, and how fast and how guarded. */
@Describe("Play the actions of a recorded episode on a robot")
record ReplayOptions(
        @Describe("The robot") Chosen<RobotType<?>> robot,
        DatasetOptions dataset,
        @Describe(value = "How long the robot takes from where it is to the first frame", unit = "s") @Default("3")
                double rampS,
        @Describe("1 plays at the recorded rate, 0.5 at half of it; 0 runs on simulated time, as fast as it can")
                @Default("1")
                double speed,
        @Describe(value = "A tick that takes longer ends the session: the robot is taken from its driver", unit = "ms")
                @Default("500")
                int watchdogMs,
        @Describe(
                        value =
                                "How long a lost robot may take to come back, its plug put in again; the last goal is held meanwhile; 0: the session ends at once",
                        unit = "s")
                @Default("10")
                double reconnectS,
        @Describe("Play even if the values look like another unit or another calibration") @Default("false")
                boolean allowUnitMismatch,
        @NoEffect("Tendon has no voice yet; what happens is written on stderr")
                @Describe("Speak what happens")
                @Default("true")
                boolean playSounds,
        @Describe("Show joints, cameras and timing in the browser; the address is printed") @Default("false")
                boolean displayData,
        @Describe("Kind of live view; rerun and foxglove are LeRobot's, and show Tendon's page") @Default("browser")
                DisplayMode displayMode,
        @Describe("Address of this machine to serve the live view on, a loopback one; empty: 127.0.0.1")
                Optional<String> displayIp,
        @Describe("Port of the live view; empty or 0: a free one") Optional<Integer> displayPort,
        @NoEffect("the browser gets JPEG in any case") @Describe("Compress pictures of the live view") @Default("false")
                boolean displayCompressedImages) {
    private static final double LONGEST_RAMP_S = 600;
    private static final double LONGEST_RECONNECT_S = 3600;

    ReplayOptions {
        List<String> problems = new ArrayList<>();
        if (!(rampS >= 0 && rampS <= LONGEST_RAMP_S)) {
            problems.add("--ramp_s is from 0 to 600 seconds, not " + rampS);
        }
        if (!(speed >= 0 && speed <= 100)) {
            problems.add("--speed is from 0 (simulated time) to 100, not " + speed);
        }
        if (!(reconnectS >= 0 && reconnectS <= LONGEST_RECONNECT_S)) {
            problems.add("--reconnect_s is from 0 (never) to 3600 seconds, not " + reconnectS);
        }
        if (watchdogMs < 1) {
            problems.add("--watchdog_ms is at least 1, not " + watchdogMs);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Where waiting takes no time, there is nothing to wait for. */
    Reconnection reconnection() {
        return simulatedTime()
                ? Reconnection.NEVER
                : Reconnection.within(Duration.ofNanos(Math.round(reconnectS * 1e9)));
    }

    Duration ramp() {
        return Duration.ofNanos(Math.round(rampS * 1e9));
    }

    boolean simulatedTime() {
        return speed == 0;
    }

    DisplayOptions display() {
        return new DisplayOptions(displayData, displayMode, displayIp, displayPort);
    }
}
