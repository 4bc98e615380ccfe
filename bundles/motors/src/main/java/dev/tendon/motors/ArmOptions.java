/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What an arm was configured with, as far as its motors and its calibration go. Thread: any.
 *
 * @param side whether it is a robot or a teleoperator
 * @param typeName its choice: {@code so101_follower}
 * @param sharedName LeRobot's name for all arms of its kind, which names the folder of their calibrations: {@code so_follower}
 * @param port as the user wrote it
 * @param id the user's name for it, which names its calibration file
 * @param calibrationDir the folder of that file, where the user names one
 * @param onMismatch what happens where file and motors disagree
 */
public record ArmOptions(
        Side side,
        String typeName,
        String sharedName,
        String port,
        Optional<String> id,
        Optional<Path> calibrationDir,
        CalibrationMismatch onMismatch) {
    /** Which of the two an arm is to the host. */
    public enum Side {
        ROBOT("robots"),
        TELEOP("teleoperators");

        private final String folder;

        Side(String folder) {
            this.folder = folder;
        }

        /** In LeRobot's folder of calibrations. */
        String folder() {
            return folder;
        }
    }

    /** An option as the user types it: {@code --robot.id}. */
    public String option(String name) {
        return "--" + side.name().toLowerCase(Locale.ROOT) + "." + name;
    }

    /** A command for this arm: {@code tendon calibrate --robot.type=so101_follower --robot.port=/dev/ttyACM0}. */
    public String command(String verb) {
        String shell = "tendon " + verb + " " + option("type") + "=" + typeName + " "
                + ShellWord.of(option("port") + "=" + port);
        return id.map(name -> shell + " " + ShellWord.of(option("id") + "=" + name))
                .orElse(shell);
    }

    /** The command that calibrates it, with a name to fill in where it has none: LeRobot's file would be {@code None.json}. */
    public String calibrateCommand() {
        return command("calibrate") + (id.isPresent() ? "" : " " + option("id") + "=NAME");
    }
}
