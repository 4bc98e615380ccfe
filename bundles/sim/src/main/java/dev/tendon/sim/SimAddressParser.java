/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.option.ConfigException;
import dev.tendon.sim.MotorSet.Connected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/** Reads one {@link SimAddress} and gathers what is wrong with it meanwhile. Thread: its creator's. */
final class SimAddressParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final List<String> KEYS = List.of(
            "calibrated",
            "fresh",
            "ids",
            "id",
            "model",
            "connected",
            "motion",
            "timing",
            "scene",
            "seed",
            "drop",
            "corrupt",
            "delay",
            "delay_ms",
            "voltage",
            "temperature",
            "overload",
            "missing",
            "faults_after_s",
            "unplug_s",
            "unplug_packets",
            "replug_s");
    private static final String SCRIPT = "script:";
    private static final int MAX_ID = 253;
    private static final int MAX_WORD = 0xFFFF;
    private static final int MAX_BYTE = 254;
    private static final double MAX_VOLTS = 25;
    private static final double MAX_S = 1e6;

    private final String port;
    private final List<String> problems = new ArrayList<>();
    private boolean calibrated = true;
    private boolean fresh;
    private final List<Integer> ids = new ArrayList<>();
    private final SortedMap<Integer, Integer> models = new TreeMap<>();
    private final SortedMap<Integer, Integer> otherIds = new TreeMap<>();
    private Connected connected = Connected.ALL;
    private MotionChoice motion = MotionChoice.of(MotionChoice.Kind.DEFAULT);
    private boolean wireTiming;
    private Optional<String> scene = Optional.empty();
    private long seed = FaultPlan.NONE.seed();
    private ArmFaults faults = ArmFaults.none();
    private double delayed;
    private double delayMs = 5;
    private double afterS;
    private double unplugS = -1;
    private long unplugPackets = -1;
    private double replugS = -1;

    SimAddressParser(String port) {
        this.port = port;
    }

    SimAddress parse(String name, String query) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            problem("the name \"" + name + "\" may hold letters, digits, '.', '_' and '-' only");
        }
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                option(equals < 0 ? part : part.substring(0, equals), equals < 0 ? "" : part.substring(equals + 1));
            }
        }
        if (replugS >= 0 && unplugS < 0 && unplugPackets < 0) {
            problem("replug_s needs unplug_s or unplug_packets");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new SimAddress(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                scene,
                new MotorSet(calibrated && !fresh, fresh, List.copyOf(ids), models, otherIds, connected),
                motion,
                wireTiming,
                new FaultPlan(
                        seed,
                        faults.withDelayed(delayed, Math.round(delayMs * 1e6)),
                        ns(afterS),
                        new PlugPlan(ns(unplugS), unplugPackets, ns(replugS))));
    }

    private static long ns(double seconds) {
        return seconds < 0 ? -1 : Math.round(seconds * 1e9);
    }

    private void option(String key, String value) {
        switch (key) {
            case "calibrated" -> calibrated = truth(key, value);
            case "fresh" -> fresh = truth(key, value);
            case "ids" -> list(value).forEach(id -> ids.add(number(key, id, MAX_ID)));
            case "id" -> list(value).forEach(pair -> pair(key, pair, MAX_ID, otherIds));
            case "model" -> list(value).forEach(pair -> pair(key, pair, MAX_WORD, models));
            case "connected" -> connected(value);
            case "motion" -> motion(value);
            case "timing" -> timing(value);
            case "scene" -> scene = Optional.of(value);
            case "seed" -> seed = number(key, value, Integer.MAX_VALUE);
            case "drop" -> faults = faults.withDropped(decimal(key, value, 1));
            case "corrupt" -> faults = faults.withCorrupted(decimal(key, value, 1));
            case "delay" -> delayed = decimal(key, value, 1);
            case "delay_ms" -> delayMs = decimal(key, value, MAX_S);
            case "voltage" -> faults = faults.withVoltage(decimal(key, value, MAX_VOLTS));
            case "temperature" -> temperature(value);
            case "overload" -> motors(key, value, id -> faults = faults.withOverload(id));
            case "missing" -> motors(key, value, id -> faults = faults.withMissing(id));
            case "faults_after_s" -> afterS = decimal(key, value, MAX_S);
            case "unplug_s" -> unplugS = decimal(key, value, MAX_S);
            case "unplug_packets" -> unplugPackets = number(key, value, Integer.MAX_VALUE);
            case "replug_s" -> replugS = decimal(key, value, MAX_S);
            default -> problem("there is no key \"" + key + "\"; nearest: " + nearest(key) + "; known: "
                    + String.join(", ", KEYS));
        }
    }

    private void connected(String value) {
        switch (value) {
            case "all" -> connected = Connected.ALL;
            case "in_turn" -> connected = Connected.IN_TURN;
            default -> motors("connected", value, id -> connected = new Connected(id, false));
        }
    }

    private void motion(String value) {
        if (value.startsWith(SCRIPT) && value.length() > SCRIPT.length()) {
            motion = MotionChoice.script(Path.of(value.substring(SCRIPT.length())));
            return;
        }
        switch (value) {
            case "sine", "true" -> motion = MotionChoice.of(MotionChoice.Kind.SINE);
            case "still", "false" -> motion = MotionChoice.of(MotionChoice.Kind.STILL);
            case "sweep" -> motion = MotionChoice.of(MotionChoice.Kind.SWEEP);
            case "calibrate" -> motion = MotionChoice.of(MotionChoice.Kind.CALIBRATE);
            default -> problem("motion=" + value + " is none of sine, still, sweep, calibrate, script:FILE");
        }
    }

    private void timing(String value) {
        if (!value.equals("wire") && !value.equals("none")) {
            problem("timing=" + value + " is neither wire nor none");
        }
        wireTiming = value.equals("wire");
    }

    /** Degrees for all motors, or {@code MOTOR:DEGREES}. */
    private void temperature(String value) {
        for (String part : list(value)) {
            int colon = part.indexOf(':');
            int celsius = number("temperature", part.substring(colon + 1), MAX_BYTE);
            if (colon >= 0) {
                motors("temperature", part.substring(0, colon), id -> faults = faults.withTemperature(id, celsius));
            } else {
                for (int id = 1; id <= SimArm.JOINT_NAMES.size(); id++) {
                    faults = faults.withTemperature(id, celsius);
                }
            }
        }
    }

    /** Motors by name, or by the id on an arm that is set up. */
    private void motors(String key, String value, IntConsumer each) {
        for (String motor : list(value)) {
            int id = SimArm.JOINT_NAMES.indexOf(motor) + 1;
            if (id == 0 && motor.matches("[1-6]")) {
                id = Integer.parseInt(motor);
            }
            if (id == 0) {
                problem(key + ": there is no motor \"" + motor + "\"; there are 1 to 6, and "
                        + String.join(", ", SimArm.JOINT_NAMES));
            } else {
                each.accept(id);
            }
        }
    }

    private void pair(String key, String pair, int max, SortedMap<Integer, Integer> into) {
        int colon = pair.indexOf(':');
        if (colon < 0) {
            problem(key + "=" + pair + " is not ID:NUMBER, such as 3:" + (key.equals("id") ? "13" : "2825"));
        } else {
            into.put(number(key, pair.substring(0, colon), MAX_ID), number(key, pair.substring(colon + 1), max));
        }
    }

    private static List<String> list(String value) {
        return List.of(value.split(",", -1));
    }

    private boolean truth(String key, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            problem(key + "=" + value + " is neither true nor false");
        }
        return value.equals("true");
    }

    private int number(String key, String text, int max) {
        if (text.matches("\\d{1,10}") && Long.parseLong(text) <= max) {
            return Integer.parseInt(text);
        }
        problem(key + ": \"" + text + "\" is no number from 0 to " + max);
        return 0;
    }

    private double decimal(String key, String text, double max) {
        if (DECIMAL.matcher(text).matches() && Double.parseDouble(text) <= max) {
            return Double.parseDouble(text);
        }
        problem(key + ": \"" + text + "\" is no number from 0 to " + Math.round(max));
        return 0;
    }

    private void problem(String what) {
        problems.add("Port \"" + port + "\": " + what);
    }

    private static String nearest(String key) {
        return KEYS.stream()
                .min(Comparator.comparingInt(known -> distance(known, key)))
                .orElseThrow();
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
