/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * LeRobot's calibration file: a JSON object by joint name with {@code id}, {@code drive_mode}, {@code homing_offset}, {@code
 * range_min} and {@code range_max} (lerobot 0.6, robots/robot.py, and 2025 alike). Thread: any.
 */
final class CalibrationFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss", Locale.ROOT);

    private final Path path;
    private final Joints joints;
    private final List<String> problems = new ArrayList<>();

    private CalibrationFile(Path path, Joints joints) {
        this.path = path;
        this.joints = joints;
    }

    /**
     * Reads {@code path}.
     *
     * @param joints those of the arm that it is to fit
     * @throws ConfigException with everything that is wrong with the file
     */
    static Calibration read(Path path, Joints joints) {
        return new CalibrationFile(path, joints).parse();
    }

    /** As {@link #read}; empty where the file is no calibration of such an arm. */
    static Optional<Calibration> readQuietly(Path path, Joints joints) {
        try {
            return Optional.of(read(path, joints));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes {@code calibration} so that a crash leaves the old file or the new one. A file with other contents is kept beside
     * it: {@code left.json.2026-03-01_17-05-00.bak}, by the time when it was written.
     *
     * @return where the old one is kept, if there was one
     */
    static Optional<Path> write(Path path, Calibration calibration) throws IOException {
        byte[] bytes = text(calibration).getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path partial = path.resolveSibling(path.getFileName() + ".partial");
        try (FileChannel out = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                out.write(rest);
            }
            out.force(true);
        }
        Optional<Path> backup = backUp(path, bytes);
        Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return backup;
    }

    private static Optional<Path> backUp(Path path, byte[] bytes) throws IOException {
        if (!Files.exists(path) || Arrays.equals(Files.readAllBytes(path), bytes)) {
            return Optional.empty();
        }
        String stamp = STAMP.format(Files.getLastModifiedTime(path).toInstant().atZone(ZoneId.systemDefault()));
        Path backup = path.resolveSibling(path.getFileName() + "." + stamp + ".bak");
        for (int n = 2; Files.exists(backup); n++) {
            backup = path.resolveSibling(path.getFileName() + "." + stamp + "-" + n + ".bak");
        }
        return Optional.of(Files.copy(path, backup, StandardCopyOption.COPY_ATTRIBUTES));
    }

    /** As LeRobot lays it out. */
    private static String text(Calibration calibration) {
        List<String> entries = new ArrayList<>();
        for (int slot = 0; slot < calibration.joints().count(); slot++) {
            JointCalibration c = calibration.at(slot);
            entries.add("    \"" + calibration.joints().at(slot).name() + "\": {\n"
                    + "        \"id\": " + c.id() + ",\n"
                    + "        \"drive_mode\": " + c.driveMode() + ",\n"
                    + "        \"homing_offset\": " + c.homingOffset() + ",\n"
                    + "        \"range_min\": " + c.rangeMin() + ",\n"
                    + "        \"range_max\": " + c.rangeMax() + "\n"
                    + "    }");
        }
        return "{\n" + String.join(",\n", entries) + "\n}\n";
    }

    private Calibration parse() {
        JsonNode root = tree();
        List<JointCalibration> found = new ArrayList<>();
        for (MotorJoint joint : joints.all()) {
            JsonNode node = root.path(joint.name());
            if (node.isObject()) {
                found.add(joint(joint, node));
            } else {
                problems.add("it has no joint " + joint.name());
            }
        }
        TreeSet<String> others = new TreeSet<>();
        root.fieldNames().forEachRemaining(others::add);
        joints.names().forEach(others::remove);
        if (!others.isEmpty()) {
            problems.add("it has joints that this arm has not, " + String.join(", ", others)
                    + ", so it seems to be another robot's");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException("Calibration file " + path + " does not fit this arm: "
                    + String.join("; ", problems)
                    + ". Calibrate the arm again (tendon calibrate), or name another file with the options id and"
                    + " calibration_dir.");
        }
        return new Calibration(joints, found);
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(Files.readAllBytes(path));
        } catch (JacksonException e) {
            throw new ConfigException(
                    "Calibration file " + path + " is no JSON: " + e.getOriginalMessage()
                            + ". Calibrate the arm again (tendon calibrate).",
                    e);
        } catch (IOException e) {
            throw new ConfigException("Calibration file " + path + " cannot be read: " + e, e);
        }
    }

    private JointCalibration joint(MotorJoint joint, JsonNode node) {
        int id = number(joint, node, "id", joint.id(), joint.id());
        int driveMode = number(joint, node, "drive_mode", 0, 1);
        int offset = number(joint, node, "homing_offset", -MotorKind.MAX_OFFSET, MotorKind.MAX_OFFSET);
        int min = number(joint, node, "range_min", 0, MotorKind.LAST_STEP);
        int max = number(joint, node, "range_max", 0, MotorKind.LAST_STEP);
        if (min >= max && problems.isEmpty()) {
            problems.add(joint.name() + ".range_min " + min + " is not below range_max " + max);
        }
        return new JointCalibration(id, driveMode, offset, min, max);
    }

    private int number(MotorJoint joint, JsonNode node, String key, int low, int high) {
        JsonNode value = node.path(key);
        String name = joint.name() + "." + key;
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
