/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Parts of a dataset by fraction, in the order of its episodes, each the whole part of its fraction; where the fractions make one, the
 * last part takes what is left (LeRobot 0.6, datasets/dataset_tools.py, {@code _fractions_to_episode_indices}, which gives it the rest in
 * any case).
 */
public final class Fractions {
    private static final double ROUNDING = 1e-9;

    private Fractions() {}

    /**
     * Numbers of episodes by part.
     *
     * @throws ConfigException where the fractions are more than one, or a part gets none
     */
    public static Map<String, List<Integer>> of(int episodes, Map<String, Double> fractions) {
        List<String> problems = new ArrayList<>();
        double sum =
                fractions.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1 + ROUNDING) {
            problems.add("The fractions add up to " + sum + ", more than 1");
        }
        Map<String, List<Integer>> parts = new LinkedHashMap<>();
        int from = 0;
        int left = fractions.size();
        for (Map.Entry<String, Double> fraction : fractions.entrySet()) {
            left--;
            int to = left == 0 && sum > 1 - ROUNDING
                    ? episodes
                    : Math.min(episodes, from + (int) (episodes * fraction.getValue() + ROUNDING));
            if (to <= from || !(fraction.getValue() > 0)) {
                problems.add("Part \"" + fraction.getKey() + "\" would get none of the " + episodes + " episodes");
            }
            parts.put(
                    fraction.getKey(),
                    IntStream.range(from, Math.max(from, to)).boxed().toList());
            from = Math.max(from, to);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return parts;
    }
}
