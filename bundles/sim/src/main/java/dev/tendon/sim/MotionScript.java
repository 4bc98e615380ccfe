/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A motion from a file of comma-separated values: a first line that names the columns, {@code time_s} and joints, then a line for
 * each moment, in order of time. Positions are in degrees from the middle of the joint's range, the gripper's from 0 (closed) to 100;
 * between two moments they change evenly. Before the first and after the last they stay; a last line {@code repeat} starts again
 * instead. Empty lines, and lines that begin with {@code #}, do not count. A value. Thread: any.
 */
final class MotionScript {
    private static final String TIME = "time_s";
    private static final String REPEAT = "repeat";

    private final List<String> joints;
    private final double[] timesS;
    private final double[][] positions;
    private final boolean repeats;

    private MotionScript(List<String> joints, double[] timesS, double[][] positions, boolean repeats) {
        this.joints = joints;
        this.timesS = timesS;
        this.positions = positions;
        this.repeats = repeats;
    }

    /**
     * Reads {@code file}.
     *
     * @throws ConfigException where there is none, or a line is wrong
     */
    static MotionScript read(Path file) {
        try {
            return parse(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ConfigException("Motion script " + file.toAbsolutePath() + " cannot be read: " + e, e);
        }
    }

    static MotionScript parse(String name, List<String> lines) {
        List<String> joints = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        boolean repeats = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String where = "Motion script " + name + ", line " + (i + 1) + ": ";
            if (repeats) {
                throw new ConfigException(where + "\"" + REPEAT + "\" must be the last line");
            } else if (joints.isEmpty()) {
                joints.addAll(header(where, line));
            } else if (line.equals(REPEAT)) {
                repeats = true;
            } else {
                rows.add(row(where, line, joints.size(), rows));
            }
        }
        if (rows.isEmpty()) {
            throw new ConfigException("Motion script " + name + " holds no positions: write a line \"" + TIME
                    + ",shoulder_pan,...\" and then a line of numbers for each moment");
        }
        double[] times = rows.stream().mapToDouble(row -> row[0]).toArray();
        return new MotionScript(List.copyOf(joints), times, rows.toArray(double[][]::new), repeats);
    }

    private static List<String> header(String where, String line) {
        List<String> names =
                Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        if (!names.get(0).equals(TIME) || names.size() < 2) {
            throw new ConfigException(where + "the first line names the columns: " + TIME + ",shoulder_pan,...");
        }
        for (String joint : names.subList(1, names.size())) {
            if (!SimArm.JOINT_NAMES.contains(joint)) {
                throw new ConfigException(where + "there is no joint \"" + joint + "\"; there are "
                        + String.join(", ", SimArm.JOINT_NAMES));
            }
        }
        return names;
    }

    private static double[] row(String where, String line, int columns, List<double[]> before) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns) {
            throw new ConfigException(
                    String.format(Locale.ROOT, "%s%d values for %d columns", where, cells.length, columns));
        }
        double[] row = new double[columns];
        for (int i = 0; i < columns; i++) {
            try {
                row[i] = Double.parseDouble(cells[i].strip());
            } catch (NumberFormatException e) {
                throw new ConfigException(where + "\"" + cells[i].strip() + "\" is no number", e);
            }
            if (!Double.isFinite(row[i])) {
                throw new ConfigException(where + "\"" + cells[i].strip() + "\" is no position");
            }
        }
        double last = before.isEmpty() ? 0 : before.get(before.size() - 1)[0];
        if (row[0] < last || (row[0] == last && !before.isEmpty())) {
            throw new ConfigException(where + "the time does not go on");
        }
        return row;
    }

    /** The path of {@code joint}'s shaft in steps; one that is not named stays in its middle. */
    DoubleUnaryOperator path(SimJoint joint) {
        int column = joints.indexOf(joint.name());
        if (column < 0) {
            return seconds -> joint.middleShaft();
        }
        return seconds -> joint.shaft(value(column, seconds));
    }

    private double value(int column, double seconds) {
        double end = timesS[timesS.length - 1];
        double time = repeats && end > 0 ? seconds % end : seconds;
        int after = Arrays.binarySearch(timesS, time);
        if (after >= 0) {
            return positions[after][column];
        }
        int next = -after - 1;
        if (next == 0 || next == timesS.length) {
            return positions[Math.min(next, timesS.length - 1)][column];
        }
        double share = (time - timesS[next - 1]) / (timesS[next] - timesS[next - 1]);
        return positions[next - 1][column] + share * (positions[next][column] - positions[next - 1][column]);
    }
}
