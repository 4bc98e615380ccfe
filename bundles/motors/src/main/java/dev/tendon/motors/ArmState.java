/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an arm's driver leaves to its next version when it is replaced between two ticks. As text: a first line such as
 * {@code so-follower 1}, then {@code key=value} lines; a later version reads every earlier number, and ignores keys that it
 * does not know. Plain string handling on purpose: it is read in the control thread.
 *
 * @param kind whose state: {@code so-follower}
 * @param port the port as configured
 * @param useDegrees the unit of what is observed and sent
 * @param torqueOn whether the motors hold the arm
 * @param calibration the calibration in use
 * @param observed last observation, in ticks, by joint
 * @param goals last goals sent, in ticks, by joint; empty where none was sent
 */
public record ArmState(
        String kind,
        String port,
        boolean useDegrees,
        boolean torqueOn,
        Calibration calibration,
        List<Integer> observed,
        List<Integer> goals) {
    private static final String VERSION = " 1";

    public ArmState {
        observed = List.copyOf(observed);
        goals = List.copyOf(goals);
    }

    public String format() {
        return String.join(
                "\n",
                kind + VERSION,
                "port=" + port,
                "unit=" + unit(useDegrees),
                "torque=" + (torqueOn ? "on" : "off"),
                "calibration="
                        + calibration.values().stream().map(ArmState::format).collect(Collectors.joining(";")),
                "observed=" + format(observed),
                "goals=" + format(goals));
    }

    private static String format(JointCalibration c) {
        return c.id() + " " + c.driveMode() + " " + c.homingOffset() + " " + c.rangeMin() + " " + c.rangeMax();
    }

    private static String format(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /**
     * Checks that a driver can go on from this state as it is configured.
     *
     * @param label the driver in messages
     * @param port its port
     * @param useDegrees its unit
     * @throws DeviceException where port or unit is another
     */
    public void checkFits(String label, String port, boolean useDegrees) throws DeviceException {
        if (!this.port.equals(port)) {
            throw new DeviceException(label + " is configured for " + port + " and cannot go on on " + this.port);
        }
        if (this.useDegrees != useDegrees) {
            throw new DeviceException(label + " speaks " + unit(useDegrees)
                    + " and cannot go on from a driver that speaks " + unit(this.useDegrees));
        }
    }

    private static String unit(boolean useDegrees) {
        return useDegrees ? "degrees" : "range_m100_100";
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @throws DeviceException where the text is of another kind or version, or damaged
     */
    public static ArmState parse(String kind, Joints joints, String text) throws DeviceException {
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(kind + VERSION)) {
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
                    kind,
                    value(values, "port"),
                    value(values, "unit").equals(unit(true)),
                    value(values, "torque").equals("on"),
                    calibration(joints, value(values, "calibration")),
                    numbers(joints, value(values, "observed"), false),
                    numbers(joints, value(values, "goals"), true));
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

    private static Calibration calibration(Joints arm, String text) {
        List<JointCalibration> joints = new ArrayList<>();
        for (String joint : text.split(";", -1)) {
            int[] n = ints(joint);
            if (n.length != 5) {
                throw new IllegalArgumentException("calibration \"" + joint + "\"");
            }
            joints.add(new JointCalibration(n[0], n[1], n[2], n[3], n[4]));
        }
        return new Calibration(arm, joints);
    }

    private static List<Integer> numbers(Joints joints, String text, boolean mayBeEmpty) {
        int[] n = text.isEmpty() ? new int[0] : ints(text);
        if (n.length != joints.count() && !(mayBeEmpty && n.length == 0)) {
            throw new IllegalArgumentException(n.length + " positions");
        }
        return IntStream.of(n).boxed().toList();
    }

    private static int[] ints(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
