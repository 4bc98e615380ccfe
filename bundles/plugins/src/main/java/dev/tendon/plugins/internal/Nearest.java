/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Finds what somebody meant. */
final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** A sentence that names the nearest known names, or else all of them. */
    static String answer(String given, Collection<String> known) {
        List<String> nearest = to(given, known);
        if (!nearest.isEmpty()) {
            return "Did you mean " + String.join(" or ", nearest) + "?";
        }
        return known.isEmpty() ? "There are none." : "There are: " + String.join(", ", new TreeSet<>(known)) + ".";
    }

    /** At most three known names, the nearest first. */
    static List<String> to(String given, Collection<String> known) {
        return known.stream()
                .distinct()
                .filter(name -> near(given, name))
                .sorted(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static boolean near(String given, String name) {
        return lastWord(name).equals(lastWord(given))
                || distance(given, name) <= Math.max(2, name.length() / 4)
                || distance(lastWord(given), lastWord(name)) <= 1;
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Levenshtein's distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
