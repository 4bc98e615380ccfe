/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Statistics of numbers as LeRobot computes them, in the precision in which it does: single for float32 and narrower, double for
 * the rest. The two versions differ: 0.6 takes the deviation from the mean of the squares, adds quantiles, and looks at a feature
 * of several axes along its last one only; 2025 does neither (datasets/compute_stats.py in both).
 */
final class ValueStatistics {
    private final ColumnValues values;
    private final int rows;
    private final int width;
    private final boolean single;

    private ValueStatistics(ColumnValues values, int width, boolean single) {
        this.values = values;
        this.width = width;
        this.single = single;
        rows = values.size() / width;
    }

    /** Those of v3.0. */
    static FeatureStatistics current(FeatureSpec feature, ColumnValues values, int frames) {
        int width = feature.shape().get(feature.shape().size() - 1);
        return new ValueStatistics(values, width, single(feature, values, true)).current(frames);
    }

    /** Those of v2.1. */
    static FeatureStatistics legacy(FeatureSpec feature, ColumnValues values, int frames) {
        int[] shape = feature.shape().stream().mapToInt(n -> n).toArray();
        return new ValueStatistics(values, feature.elements(), single(feature, values, false))
                .legacy(frames, feature.dtype(), shape);
    }

    /** Time stamps are float32 in the file, but LeRobot's statistics see them before that. */
    private static boolean single(FeatureSpec feature, ColumnValues values, boolean promoted) {
        return switch (feature.dtype()) {
            case "float32", "float16" -> values.inSingle();
            case "bool", "int8", "uint8", "int16", "uint16" -> promoted;
            default -> false;
        };
    }

    private FeatureStatistics current(int frames) {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (String name : FeatureStatistics.BASIC) {
            all.put(name, new double[width]);
        }
        FeatureStatistics.QUANTILES.keySet().forEach(name -> all.put(name, new double[width]));
        for (int column = 0; column < width; column++) {
            double[] sorted = sorted(column);
            double mean = mean(column, false, 0);
            double squares = mean(column, true, 0);
            double variance = Sums.round(squares - Sums.round(mean * mean, single), single);
            all.get("min")[column] = sorted[0];
            all.get("max")[column] = sorted[rows - 1];
            all.get("mean")[column] = mean;
            all.get("std")[column] = rows < 2 ? 0 : Sums.round(Math.sqrt(Math.max(0, variance)), single);
            quantiles(all, column, sorted, mean);
        }
        return of(all, frames, "float64", width);
    }

    private void quantiles(Map<String, double[]> all, int column, double[] sorted, double mean) {
        if (rows < 2) {
            FeatureStatistics.QUANTILES.keySet().forEach(name -> all.get(name)[column] = mean);
            return;
        }
        long[] once = new long[rows];
        Arrays.fill(once, 1);
        new Quantiles(sorted, once, single).all().forEach((name, value) -> all.get(name)[column] = value);
    }

    private FeatureStatistics legacy(int frames, String dtype, int[] shape) {
        Map<String, double[]> all = new LinkedHashMap<>();
        FeatureStatistics.BASIC.forEach(name -> all.put(name, new double[width]));
        for (int column = 0; column < width; column++) {
            double[] sorted = sorted(column);
            double mean = mean(column, false, 0);
            all.get("min")[column] = sorted[0];
            all.get("max")[column] = sorted[rows - 1];
            all.get("mean")[column] = mean;
            all.get("std")[column] = Sums.round(Math.sqrt(mean(column, true, mean)), single);
        }
        return of(all, frames, dtype, shape);
    }

    private static FeatureStatistics of(Map<String, double[]> all, int frames, String dtype, int... shape) {
        Map<String, StatArray> named = new LinkedHashMap<>();
        all.forEach((name, found) -> named.put(
                name,
                switch (name) {
                    case "count" -> StatArray.count(frames);
                    case "min", "max" -> dtype.equals("bool")
                            ? StatArray.truths(found, shape)
                            : StatArray.of(found, !dtype.startsWith("float"), shape);
                    default -> StatArray.of(found, false, shape);
                }));
        return FeatureStatistics.of(named);
    }

    private double value(int row, int column) {
        return values.number(row * width + column);
    }

    private double[] sorted(int column) {
        double[] sorted = new double[rows];
        for (int row = 0; row < rows; row++) {
            sorted[row] = Sums.round(value(row, column), single);
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** The mean of the values, or of their squared distances from {@code centre}. */
    private double mean(int column, boolean squared, double centre) {
        Sums.Values wanted = row -> {
            double value = Sums.round(value(row, column), single);
            if (!squared) {
                return value;
            }
            double distance = Sums.round(value - centre, single);
            return Sums.round(distance * distance, single);
        };
        double sum = width == 1 ? Sums.inPairs(wanted, 0, rows, single) : Sums.inOrder(wanted, rows, single);
        return Sums.round(sum / rows, single);
    }
}
