/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Spellings: Java's to the user's, and the nearest known ones. */
public final class Names {
    /** Most suggestions in a message. */
    private static final int SUGGESTIONS = 3;

    private Names() {}

    /**
     * A Java name in snake_case: {@code maxRelativeTarget} is {@code max_relative_target}, {@code topP} is {@code top_p}. A
     * trailing underscore, which keeps a name from being a keyword of Java, falls away: {@code private_} is {@code private}.
     */
    public static String snake(String java) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < java.length(); i++) {
            char c = java.charAt(i);
            boolean wordBegins = Character.isUpperCase(c)
                    && i > 0
                    && java.charAt(i - 1) != '_'
                    && (!Character.isUpperCase(java.charAt(i - 1))
                            || (i + 1 < java.length() && Character.isLowerCase(java.charAt(i + 1))));
            if (wordBegins) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        int end = snake.length();
        return end > 1 && snake.charAt(end - 1) == '_' ? snake.substring(0, end - 1) : snake.toString();
    }

    /** As an option may be spelled with dashes where its name has underscores. */
    public static String underscores(String name) {
        return name.replace('-', '_');
    }

    /** The known names that {@code given} may have been meant to be, the nearest first; three at most. */
    public static List<String> nearest(String given, Collection<String> known) {
        String wanted = fold(given);
        String tail = tail(wanted);
        record Candidate(String name, double distance) {}
        List<Candidate> near = new ArrayList<>();
        for (String name : known.stream().distinct().toList()) {
            String folded = fold(name);
            double distance = distance(wanted, folded);
            boolean nearEnough = distance <= allowed(wanted);
            if (!nearEnough && tail(folded).length() >= 3 && distance(tail, tail(folded)) <= allowed(tail) / 2) {
                nearEnough = true; // the right option in the wrong group, or the group left out
            }
            if (nearEnough || (wanted.length() >= 3 && folded.startsWith(wanted))) {
                near.add(new Candidate(name, distance));
            }
        }
        return near.stream()
                .sorted(Comparator.comparingDouble(Candidate::distance).thenComparing(Candidate::name))
                .limit(SUGGESTIONS)
                .map(Candidate::name)
                .toList();
    }

    /** {@code Did you mean a, b or c?} with a blank before it; empty where there is nothing near. */
    public static String didYouMean(String given, Collection<String> known) {
        List<String> near = nearest(given, known);
        return near.isEmpty() ? "" : " Did you mean " + either(near) + "?";
    }

    /** {@code a, b or c}. */
    public static String either(List<String> words) {
        return join(words, " or ");
    }

    /** {@code a, b and c}. */
    public static String all(List<String> words) {
        return join(words, " and ");
    }

    private static String join(List<String> words, String lastSeparator) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + lastSeparator + words.get(last);
    }

    private static int allowed(String word) {
        return Math.max(1, Math.min(3, word.length() / 3));
    }

    private static String fold(String name) {
        return underscores(name).toLowerCase(Locale.ROOT);
    }

    private static String tail(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    /** Damerau-Levenshtein distance, each pair of letters swapped at most once (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
