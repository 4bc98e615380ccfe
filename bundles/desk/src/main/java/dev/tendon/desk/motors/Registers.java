/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.Sts3215;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Registers as users write them: LeRobot's names, in any case, with dashes or blanks too. Thread: any. */
final class Registers {
    private static final int MOST = 3;

    private Registers() {}

    /**
     * The registers of these names, in their order; all where there is no name.
     *
     * @throws ConfigException with every name that there is no register of, and what comes near
     */
    static List<Register> named(List<String> names) {
        if (names.isEmpty()) {
            return Sts3215.all();
        }
        List<Register> registers = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            find(name).ifPresentOrElse(registers::add, () -> problems.add(unknown(name)));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return registers;
    }

    private static Optional<Register> find(String name) {
        String plain = plain(name);
        return Sts3215.find(name).or(() -> Sts3215.all().stream()
                .filter(register -> plain(register.name()).equals(plain))
                .findFirst());
    }

    private static String unknown(String name) {
        String near = nearest(name).stream().collect(Collectors.joining(", "));
        return "There is no register \"" + name + "\". Nearest: " + near
                + ". tendon motors read without a name shows them all";
    }

    /** At most three, the most alike first. */
    static List<String> nearest(String name) {
        String plain = plain(name);
        return Sts3215.all().stream()
                .map(Register::name)
                .sorted(Comparator.comparing((String known) -> !plain(known).contains(plain))
                        .thenComparing(known -> near(plain(known), plain))
                        .thenComparing(known -> distance(plain(known), plain)))
                .limit(MOST)
                .toList();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** The distance to the name or to one of its words. */
    private static int near(String known, String typed) {
        int nearest = distance(known, typed);
        for (String word : known.split("_", -1)) {
            nearest = Math.min(nearest, distance(word, typed));
        }
        return nearest;
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
