/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A feature's statistics by LeRobot's names (0.6, datasets/compute_stats.py). Quantiles are exact here, linear between
 * neighbours; LeRobot estimates them from a histogram.
 */
final class ColumnStats {
    /** Names of the statistics, in the order in which LeRobot writes them. */
    static final List<String> NAMES = List.of("min", "max", "mean", "std", "count", "q01", "q10", "q50", "q90", "q99");

    private ColumnStats() {}

    /** The statistics of {@code rows}, all of one length; an entry for each element, except the count. */
    static Map<String, List<Object>> of(List<double[]> rows) {
        Map<String, List<Object>> stats = new LinkedHashMap<>();
        NAMES.forEach(name -> stats.put(name, new ArrayList<>()));
        for (int element = 0; element < rows.get(0).length; element++) {
            int at = element;
            double[] sorted = rows.stream().mapToDouble(row -> row[at]).sorted().toArray();
            double mean = sum(sorted) / sorted.length;
            double variance =
                    sum(Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).toArray()) / sorted.length;
            stats.get("min").add(sorted[0]);
            stats.get("max").add(sorted[sorted.length - 1]);
            stats.get("mean").add(mean);
            stats.get("std").add(Math.sqrt(variance));
            for (int percent : new int[] {1, 10, 50, 90, 99}) {
                stats.get(String.format("q%02d", percent)).add(quantile(sorted, percent));
            }
        }
        stats.get("count").add((long) rows.size());
        return stats;
    }

    /** In order: {@code DoubleStream.sum} may differ in the last bit from one platform to the next. */
    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double quantile(double[] sorted, int percent) {
        double at = (sorted.length - 1) * percent / 100.0;
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
