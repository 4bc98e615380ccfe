/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts episodes' statistics of a feature together, as LeRobot does (0.6, datasets/compute_stats.py): the variance is that of all frames.
 * Quantiles, which cannot be put together, are left out. Thread: its creator's.
 */
final class FiguresTogether {
    private double count;
    private double @Nullable [] min;
    private double[] max = {};
    private double[] mean = {};
    private double[] squares = {};

    /** Adds an episode's; one that lacks a statistic, or has another number of elements, is passed over. */
    void add(Map<String, double[]> values) {
        double[] n = values.getOrDefault("count", new double[0]);
        double[] itsMin = values.getOrDefault("min", new double[0]);
        double[] itsMax = values.getOrDefault("max", new double[0]);
        double[] itsMean = values.getOrDefault("mean", new double[0]);
        double[] itsStd = values.getOrDefault("std", new double[0]);
        int size = itsMin.length;
        if (n.length == 0
                || !(n[0] > 0)
                || itsMax.length != size
                || itsMean.length != size
                || itsStd.length != size
                || (min != null && min.length != size)) {
            return;
        }
        double[] least = min;
        if (least == null) {
            least = itsMin.clone();
            min = least;
            max = itsMax.clone();
            mean = new double[size];
            squares = new double[size];
        }
        double all = count + n[0];
        for (int i = 0; i < size; i++) {
            least[i] = Math.min(least[i], itsMin[i]);
            max[i] = Math.max(max[i], itsMax[i]);
            double step = itsMean[i] - mean[i];
            mean[i] += step * n[0] / all;
            squares[i] += itsStd[i] * itsStd[i] * n[0] + step * step * count * n[0] / all;
        }
        count = all;
    }

    /** Of all that were added. */
    Map<String, double[]> result() {
        Map<String, double[]> values = new LinkedHashMap<>();
        if (min != null) {
            double[] std = new double[squares.length];
            for (int i = 0; i < std.length; i++) {
                std[i] = Math.sqrt(squares[i] / count);
            }
            values.put("min", min);
            values.put("max", max);
            values.put("mean", mean);
            values.put("std", std);
            values.put("count", new double[] {count});
        }
        return values;
    }
}
