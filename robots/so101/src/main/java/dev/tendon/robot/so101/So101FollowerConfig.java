/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.PerJoint;
import dev.tendon.api.robot.HasCameras;
import dev.tendon.motors.CalibrationMismatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Options of an SO-100 or SO-101 follower arm: names and defaults as LeRobot 0.6 has them
 * (robots/so_follower/config_so_follower.py, robots/config.py). {@code on_calibration_mismatch} is Tendon's.
 */
@Describe("An SO-100 or SO-101 follower arm")
public record So101FollowerConfig(
        @Describe("Serial port of the arm, such as /dev/ttyACM0; sim: takes the simulator") String port,
        @Describe("Name of this arm: selects its calibration file ID.json") Optional<String> id,
        @Describe("Folder of the calibration file; without it LeRobot's folders are searched")
                Optional<Path> calibrationDir,
        @Describe(
                        "Joints in degrees; otherwise in -100..100 over the calibrated range (the gripper is 0..100 in any case)")
                @Default("true")
                boolean useDegrees,
        @Describe("Switch the motors off on disconnect; otherwise they hold the last goal") @Default("true")
                boolean disableTorqueOnDisconnect,
        @Describe(
                        "Largest distance of a goal from the present position, in the joint's unit: a number, or one for each joint")
                Optional<PerJoint> maxRelativeTarget,
        @Describe("P coefficient of the motors' position control, 0 to 254") @Default("16") int positionPCoefficient,
        @Describe("I coefficient of the motors' position control, 0 to 254") @Default("0") int positionICoefficient,
        @Describe("D coefficient of the motors' position control, 0 to 254") @Default("32") int positionDCoefficient,
        @Describe("How often a failed read of the positions is tried again") @Default("2") int numReadRetries,
        @Describe("What to do when calibration file and motors disagree: ask, take the file, or take the motors")
                @Default("ask")
                CalibrationMismatch onCalibrationMismatch,
        @Describe("Cameras by name") Map<String, Chosen<CameraType<?>>> cameras)
        implements HasCameras {

    private static final int MAX_COEFFICIENT = 254;
    private static final int MAX_RETRIES = 20;

    public So101FollowerConfig {
        cameras = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cameras));
        List<String> problems = new ArrayList<>();
        if (port.isBlank()) {
            problems.add("port must not be empty: give the arm's serial port, or sim:");
        }
        within(problems, "position_p_coefficient", positionPCoefficient, MAX_COEFFICIENT);
        within(problems, "position_i_coefficient", positionICoefficient, MAX_COEFFICIENT);
        within(problems, "position_d_coefficient", positionDCoefficient, MAX_COEFFICIENT);
        within(problems, "num_read_retries", numReadRetries, MAX_RETRIES);
        maxRelativeTarget.ifPresent(limit -> checkLimit(problems, limit));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static void within(List<String> problems, String option, int value, int max) {
        if (value < 0 || value > max) {
            problems.add(option + " is " + value + ", but must be 0 to " + max);
        }
    }

    private static void checkLimit(List<String> problems, PerJoint limit) {
        if (limit instanceof PerJoint.ByName byName) {
            Set<String> joints = new LinkedHashSet<>(SoArm.JOINTS.names());
            if (!byName.values().keySet().equals(joints)) {
                problems.add("max_relative_target names "
                        + String.join(
                                ", ", new java.util.TreeSet<>(byName.values().keySet())) + ", but must name each of "
                        + String.join(", ", joints) + " and no other");
                return;
            }
        }
        for (String joint : SoArm.JOINTS.names()) {
            double value = limit.of(joint);
            if (!(value > 0) || Double.isInfinite(value)) {
                problems.add("max_relative_target is " + value + " for " + joint + ", but must be greater than 0");
                return;
            }
        }
    }
}
