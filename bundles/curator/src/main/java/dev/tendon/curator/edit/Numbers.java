/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of episodes as a user gives them: {@code 3}, {@code [3, 4]}, {@code 3,4}, {@code 0-9,12}. */
public final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");
    private static final int MOST = 10_000_000;

    private Numbers() {}

    /**
     * Reads them.
     *
     * @param given plain data
     * @param option its name, in messages
     * @throws ConfigException where they are no such numbers, or none
     */
    public static List<Integer> of(Object given, String option) {
        List<Integer> numbers = new ArrayList<>();
        List<?> parts =
                given instanceof List<?> list ? list : List.of(given.toString().split(",", -1));
        for (Object part : parts) {
            String text = String.valueOf(part).strip();
            Matcher range = RANGE.matcher(text);
            if (NUMBER.matcher(text).matches()) {
                numbers.add(Integer.parseInt(text));
            } else if (range.matches() && Integer.parseInt(range.group(2)) - Integer.parseInt(range.group(1)) < MOST) {
                for (int n = Integer.parseInt(range.group(1)); n <= Integer.parseInt(range.group(2)); n++) {
                    numbers.add(n);
                }
            } else {
                throw new ConfigException(
                        "--" + option + ": wants numbers of episodes, such as 3,4 or 0-9, not \"" + text + "\"");
            }
        }
        if (numbers.isEmpty()) {
            throw new ConfigException("--" + option + ": which episodes? Give their numbers, such as 3,4 or 0-9");
        }
        return numbers;
    }
}
