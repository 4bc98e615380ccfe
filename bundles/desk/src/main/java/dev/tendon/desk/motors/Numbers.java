/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole numbers as users give several: {@code 3}, {@code 1,2}, {@code 1-6}, {@code [1, 2]}. The option's type is "anything", since a
 * shell takes the brackets of a list for its own. Thread: any.
 */
final class Numbers {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int MOST = 256;

    private Numbers() {}

    /**
     * Reads them.
     *
     * @param given plain data
     * @param option its name, in messages
     * @param problems takes what is wrong
     */
    static List<Integer> of(Object given, String option, List<String> problems) {
        List<Integer> numbers = new ArrayList<>();
        List<?> parts =
                given instanceof List<?> list ? list : List.of(given.toString().split(",", -1));
        for (Object part : parts) {
            add(String.valueOf(part).strip(), option, numbers, problems);
        }
        return numbers;
    }

    private static void add(String text, String option, List<Integer> numbers, List<String> problems) {
        Matcher range = RANGE.matcher(text);
        if (NUMBER.matcher(text).matches()) {
            numbers.add(Integer.parseInt(text));
        } else if (range.matches()) {
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            if (last < first || last - first >= MOST) {
                problems.add("--" + option + ": " + text + " is no range");
                return;
            }
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        } else {
            problems.add("--" + option + ": wants whole numbers, such as 1,2 or 1-6, not \"" + text + "\"");
        }
    }
}
