/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.device.DeviceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a driver of this bundle leaves to its next version when it is replaced between two ticks. As text: a first line
 * {@code so-follower 1}, then {@code key=value} lines; a later version reads every earlier number, and ignores keys that it
 * does not know. Plain string handling on purpose: it is read in the control thread.
 *
 * @param port the port as configured
 * @param useDegrees the unit of what is observed and sent
 * @param torqueOn whether the motors hold the arm
 * @param calibration the calibration in use
 * @param observed last observation, in ticks, by joint
 * @param goals last goals sent, in ticks, by joint; empty where none was sent
 */
record ArmState(
        String port,
        boolean useDegrees,
        boolean torqueOn,
        Calibration calibration,
        List<Integer> observed,
        List<Integer> goals) {
    private static final String HEADER = "so-follower 1";

    ArmState {
        observed = List.copyOf(observed);
        goals = List.copyOf(goals);
    }

    String format() {
        return String.join(
                "\n",
                HEADER,
                "port=" + port,
                "unit=" + unit(useDegrees),
                "torque=" + (torqueOn ? "on" : "off"),
                "calibration="
                        + calibration.joints().stream().map(ArmState::format).collect(Collectors.joining(";")),
                "observed=" + format(observed),
                "goals=" + format(goals));
    }

    private static String format(JointCalibration c) {
        return c.id() + " " + c.driveMode() + " " + c.homingOffset() + " " + c.rangeMin() + " " + c.rangeMax();
    }

    private static String format(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static String unit(boolean useDegrees) {
        return useDegrees ? "degrees" : "range_m100_100";
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @throws DeviceException where the text is not of a version that this one knows
     */
    static ArmState parse(String text) throws DeviceException {
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(HEADER)) {
            throw new DeviceException(
                    "The replaced driver left a state that this one cannot read: \"" + lines[0] + "\"");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            if (equals > 0) {
                values.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
            }
        }
        try {
            return new ArmState(
                    value(values, "port"),
                    value(values, "unit").equals(unit(true)),
                    value(values, "torque").equals("on"),
                    calibration(value(values, "calibration")),
                    numbers(value(values, "observed"), false),
                    numbers(value(values, "goals"), true));
        } catch (IllegalArgumentException e) {
            throw new DeviceException("The replaced driver left a damaged state: " + e.getMessage(), e);
        }
    }

    private static String value(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    private static Calibration calibration(String text) {
        List<JointCalibration> joints = new ArrayList<>();
        for (String joint : text.split(";", -1)) {
            int[] n = ints(joint);
            if (n.length != 5) {
                throw new IllegalArgumentException("calibration \"" + joint + "\"");
            }
            joints.add(new JointCalibration(n[0], n[1], n[2], n[3], n[4]));
        }
        return new Calibration(joints);
    }

    private static List<Integer> numbers(String text, boolean mayBeEmpty) {
        int[] n = text.isEmpty() ? new int[0] : ints(text);
        if (n.length != Joint.COUNT && !(mayBeEmpty && n.length == 0)) {
            throw new IllegalArgumentException(n.length + " positions");
        }
        return IntStream.of(n).boxed().toList();
    }

    private static int[] ints(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
