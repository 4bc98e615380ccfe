/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * LeRobot's calibration file: a JSON object by joint name with {@code id}, {@code drive_mode}, {@code homing_offset}, {@code
 * range_min} and {@code range_max} (lerobot 0.6, robots/robot.py, and 2025 alike). Thread: any.
 */
final class CalibrationFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Homing_Offset has a sign and eleven bits. */
    private static final int MAX_OFFSET = 2047;

    private static final int MAX_TICK = 4095;

    private final Path path;
    private final List<String> problems = new ArrayList<>();

    private CalibrationFile(Path path) {
        this.path = path;
    }

    /**
     * Reads {@code path}.
     *
     * @throws ConfigException with everything that is wrong with the file
     */
    static Calibration read(Path path) {
        return new CalibrationFile(path).parse();
    }

    private Calibration parse() {
        JsonNode root = tree();
        List<JointCalibration> joints = new ArrayList<>();
        for (Joint joint : Joint.ALL) {
            JsonNode node = root.path(joint.spelling());
            if (node.isObject()) {
                joints.add(joint(joint, node));
            } else {
                problems.add("it has no joint " + joint.spelling());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(
                    "Calibration file " + path + " does not fit this arm: " + String.join("; ", problems)
                            + ". Calibrate the arm again, or name another folder with --robot.calibration_dir.");
        }
        return new Calibration(joints);
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(Files.readAllBytes(path));
        } catch (JacksonException e) {
            throw new ConfigException(
                    "Calibration file " + path + " is no JSON: " + e.getOriginalMessage()
                            + ". Calibrate the arm again.",
                    e);
        } catch (IOException e) {
            throw new ConfigException("Calibration file " + path + " cannot be read: " + e, e);
        }
    }

    private JointCalibration joint(Joint joint, JsonNode node) {
        int id = number(joint, node, "id", joint.id(), joint.id());
        int driveMode = number(joint, node, "drive_mode", 0, 1);
        int offset = number(joint, node, "homing_offset", -MAX_OFFSET, MAX_OFFSET);
        int min = number(joint, node, "range_min", 0, MAX_TICK);
        int max = number(joint, node, "range_max", 0, MAX_TICK);
        if (min >= max && problems.isEmpty()) {
            problems.add(joint.spelling() + ".range_min " + min + " is not below range_max " + max);
        }
        return new JointCalibration(id, driveMode, offset, min, max);
    }

    private int number(Joint joint, JsonNode node, String key, int low, int high) {
        JsonNode value = node.path(key);
        String name = joint.spelling() + "." + key;
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            problems.add(value.isMissingNode() ? name + " is missing" : name + " is " + value + ", not a whole number");
            return low;
        }
        int n = value.intValue();
        if (n < low || n > high) {
            problems.add(name + " is " + n + ", not " + (low == high ? String.valueOf(low) : low + " to " + high));
            return low;
        }
        return n;
    }
}
