/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simulated port as the user writes it: {@code sim:[NAME][?key=value&...]}.
 *
 * @param name keeps the arm's EEPROM under this name; empty: an arm that is new at each opening
 * @param calibrated whether a new arm's EEPROM holds a calibration (key {@code calibrated}, default true)
 * @param motion whether a hand moves a leader (key {@code motion}, default true)
 * @param ids the servos that are on the bus (key {@code ids=1,2,4}); empty: all of them
 * @param models model numbers by id that differ from an STS3215's (key {@code model=3:2825,...})
 */
record SimAddress(
        Optional<String> name,
        boolean calibrated,
        boolean motion,
        List<Integer> ids,
        SortedMap<Integer, Integer> models) {
    static final String SCHEME = "sim:";

    private static final Pattern GRAMMAR = Pattern.compile("sim:([^?]*)(?:\\?(.*))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final List<String> KEYS = List.of("calibrated", "motion", "ids", "model");
    private static final int MAX_ID = 253;
    private static final int MAX_WORD = 0xFFFF;

    /**
     * Reads {@code port}.
     *
     * @throws ConfigException with everything that is wrong with it
     */
    static SimAddress parse(String port) {
        Matcher matcher = GRAMMAR.matcher(port);
        if (!matcher.matches()) {
            throw new ConfigException(
                    "Port \"" + port + "\" is no simulated port: it has the form sim:[NAME][?key=value&...]");
        }
        return new Parser(port)
                .parse(matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse(""));
    }

    /** Gathers what is wrong while it reads. */
    private static final class Parser {
        private final String port;
        private final List<String> problems = new ArrayList<>();
        private boolean calibrated = true;
        private boolean motion = true;
        private final List<Integer> ids = new ArrayList<>();
        private final SortedMap<Integer, Integer> models = new TreeMap<>();

        Parser(String port) {
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
            if (!problems.isEmpty()) {
                throw new ConfigException(problems);
            }
            Optional<String> kept = name.isEmpty() ? Optional.empty() : Optional.of(name);
            return new SimAddress(kept, calibrated, motion, List.copyOf(ids), models);
        }

        private void option(String key, String value) {
            switch (key) {
                case "calibrated" -> calibrated = truth(key, value);
                case "motion" -> motion = truth(key, value);
                case "ids" -> list(value).forEach(id -> ids.add(number(key, id, MAX_ID)));
                case "model" -> list(value).forEach(this::model);
                default -> problem("there is no key \"" + key + "\"; nearest: " + nearest(key) + "; known: "
                        + String.join(", ", KEYS));
            }
        }

        private void model(String pair) {
            int colon = pair.indexOf(':');
            if (colon < 0) {
                problem("model=" + pair + " is not ID:NUMBER, such as 3:2825");
            } else {
                models.put(
                        number("model", pair.substring(0, colon), MAX_ID),
                        number("model", pair.substring(colon + 1), MAX_WORD));
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
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= max) {
                return Integer.parseInt(text);
            }
            problem(key + ": \"" + text + "\" is no number from 0 to " + max);
            return 0;
        }

        private void problem(String what) {
            problems.add("Port \"" + port + "\": " + what);
        }
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

    /** Whether servo {@code id} is on the bus. */
    boolean has(int id) {
        return ids.isEmpty() || ids.contains(id);
    }
}
