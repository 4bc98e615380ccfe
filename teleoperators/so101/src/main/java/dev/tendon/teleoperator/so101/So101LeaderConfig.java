/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.so101;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.motors.CalibrationMismatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Options of an SO-100 or SO-101 leader arm: names and defaults as LeRobot 0.6 has them
 * (teleoperators/so_leader/config_so_leader.py, teleoperators/config.py). {@code on_calibration_mismatch} is Tendon's.
 */
@Describe("An SO-100 or SO-101 leader arm")
public record So101LeaderConfig(
        @Describe("Serial port of the arm, such as /dev/ttyACM1; sim: takes the simulator") String port,
        @Describe("Name of this arm: selects its calibration file ID.json") Optional<String> id,
        @Describe("Folder of the calibration file; without it LeRobot's folders are searched")
                Optional<Path> calibrationDir,
        @Describe(
                        "Joints in degrees; otherwise in -100..100 over the calibrated range (the gripper is 0..100 in any case)")
                @Default("true")
                boolean useDegrees,
        @Describe("How often a failed read of the positions is tried again") @Default("2") int numReadRetries,
        @Describe("What to do when calibration file and motors disagree: ask, take the file, or take the motors")
                @Default("ask")
                CalibrationMismatch onCalibrationMismatch) {
    private static final int MAX_RETRIES = 20;

    public So101LeaderConfig {
        List<String> problems = new ArrayList<>();
        if (port.isBlank()) {
            problems.add("port must not be empty: give the arm's serial port, or sim:");
        }
        if (numReadRetries < 0 || numReadRetries > MAX_RETRIES) {
            problems.add("num_read_retries is " + numReadRetries + ", but must be 0 to " + MAX_RETRIES);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
