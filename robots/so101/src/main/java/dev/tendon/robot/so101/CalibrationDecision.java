/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.option.ConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which calibration an arm is used with: the file's where there is one, else the motors' own. Where both exist and differ,
 * the option {@code on_calibration_mismatch} decides or the person at the desk; never a guess. Thread: its driver's.
 */
final class CalibrationDecision {
    private static final Logger LOG = LoggerFactory.getLogger(CalibrationDecision.class);
    private static final String OPTION = "--robot.on_calibration_mismatch";

    private final String typeName;
    private final So101FollowerConfig config;
    private final DeviceContext context;
    private final CalibrationSearch search;

    CalibrationDecision(String typeName, So101FollowerConfig config, DeviceContext context, CalibrationSearch search) {
        this.typeName = typeName;
        this.config = config;
        this.context = context;
        this.search = search;
    }

    /**
     * What was decided.
     *
     * @param calibration what to use
     * @param writeToMotors whether the motors hold something else and are to be given it
     */
    record Outcome(Calibration calibration, boolean writeToMotors) {}

    /**
     * Decides.
     *
     * @param motors what the motors hold
     * @throws ConfigException where there is no calibration, or nobody to decide between two
     */
    Outcome decide(Calibration motors) {
        List<Path> candidates = search.candidates(typeName, config.id(), config.calibrationDir());
        Optional<Path> file = search.find(candidates);
        return file.isPresent() ? ofFile(file.get(), motors) : ofMotors(candidates, motors);
    }

    private Outcome ofMotors(List<Path> candidates, Calibration motors) {
        if (!motors.calibrated()) {
            throw new ConfigException(context.label() + " on " + config.port() + " is not calibrated: there is no file "
                    + candidates.get(0)
                    + ", and the motors hold factory values. Calibrate it with LeRobot (lerobot-calibrate --robot.type="
                    + typeName + " --robot.id=ID) and give --robot.id=ID, or name the folder of its file with"
                    + " --robot.calibration_dir.");
        }
        LOG.info(
                "{}: no calibration file {}; the calibration in the motors is used",
                context.label(),
                candidates.get(0));
        return new Outcome(motors, false);
    }

    private Outcome ofFile(Path file, Calibration motors) {
        Calibration calibration = CalibrationFile.read(file);
        List<String> differences = calibration.differences(motors);
        if (differences.isEmpty()) {
            return new Outcome(calibration, false);
        }
        return switch (config.onCalibrationMismatch()) {
            case FILE -> file(file, calibration);
            case MOTORS -> motors(file, motors);
            case ASK -> ask(file, calibration, motors, differences);
        };
    }

    private Outcome file(Path file, Calibration calibration) {
        LOG.info("{}: the calibration of {} is written to the motors", context.label(), file);
        return new Outcome(calibration, true);
    }

    private Outcome motors(Path file, Calibration motors) {
        if (!motors.calibrated()) {
            throw new ConfigException(context.label() + ": the motors hold no calibration, only " + file + " does. Use "
                    + OPTION + "=file.");
        }
        LOG.info("{}: the calibration in the motors is used, not that of {}", context.label(), file);
        return new Outcome(motors, false);
    }

    private Outcome ask(Path file, Calibration calibration, Calibration motors, List<String> differences) {
        String what = context.label() + ": " + file + " and the motors hold different calibrations: "
                + String.join("; ", differences);
        if (!context.dialog().interactive()) {
            throw new ConfigException(what + ". Decide with " + OPTION + "=file (write the file to the motors) or "
                    + OPTION + "=motors (use theirs).");
        }
        context.dialog().say(what);
        while (true) {
            String answer = context.dialog()
                    .ask("ENTER writes the file to the motors, m uses what the motors hold, c calibrates anew:", OPTION)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            switch (answer) {
                case "" -> {
                    return file(file, calibration);
                }
                case "m" -> {
                    return motors(file, motors);
                }
                case "c" -> throw new ConfigException(
                        context.label() + ": this version of Tendon does not calibrate yet. Calibrate with"
                                + " LeRobot (lerobot-calibrate), which writes " + file + ", and start again.");
                default -> context.dialog().say("\"" + answer + "\" is none of ENTER, m and c.");
            }
        }
    }
}
