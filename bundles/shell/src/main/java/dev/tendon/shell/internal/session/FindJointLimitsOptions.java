/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon find-joint-limits}: those of lerobot-find-joint-limits 0.6 with its defaults, and the watchdog. */
@Describe("Drive a robot by a teleoperator and note how far each joint went")
record FindJointLimitsOptions(
        @Describe("The robot") Chosen<RobotType<?>> robot,
        @Describe("What drives it") Chosen<TeleoperatorType<?>> teleop,
        @Describe(value = "How long it notes the joints", unit = "s") @Default("30") double teleopTimeS,
        @Describe(value = "How long it drives before", unit = "s") @Default("5") double warmupTimeS,
        @Describe(value = "Ticks per second", unit = "Hz") @Default("30") double controlLoopFps,
        @Describe(value = "A tick that takes longer ends the session: the robot is taken from its driver", unit = "ms")
                @Default("500")
                int watchdogMs,
        @Describe("A model of the arm; refused: this version knows joints, not where the gripper is")
                Optional<String> urdfPath,
        @Describe("The model's frame to follow; refused as the model is") Optional<String> targetFrameName) {
    FindJointLimitsOptions {
        List<String> problems = new ArrayList<>();
        if (urdfPath.isPresent()) {
            problems.add("--urdf_path: this version reports the limits of the joints, but has no kinematics to tell "
                    + "where the gripper is. Leave it out: the joints need no model");
        }
        if (targetFrameName.isPresent()) {
            problems.add("--target_frame_name: it says what to follow in the model of --urdf_path, which this version "
                    + "does not read. Leave it out");
        }
        if (!(teleopTimeS > 0)) {
            problems.add("--teleop_time_s is above 0, not " + teleopTimeS);
        }
        if (!(warmupTimeS >= 0)) {
            problems.add("--warmup_time_s is 0 or more, not " + warmupTimeS);
        }
        if (!(controlLoopFps > 0)) {
            problems.add("--control_loop_fps is above 0, not " + controlLoopFps);
        }
        if (watchdogMs < 1) {
            problems.add("--watchdog_ms is at least 1, not " + watchdogMs);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Before anything is noted. */
    Duration warmUp() {
        return seconds(warmupTimeS);
    }

    /** All of it. */
    Duration limit() {
        return seconds(warmupTimeS + teleopTimeS);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
