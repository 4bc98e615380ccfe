/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statistics of several sets of frames as those of all of them (LeRobot 0.6, datasets/compute_stats.py, {@code
 * aggregate_feature_stats}): mean and deviation weighted by count; the least of the quantiles up to the median and the greatest of
 * those above it, which bound the true ones.
 */
final class Aggregate {
    private Aggregate() {}

    static FeatureStatistics of(List<FeatureStatistics> parts) {
        StatArray shape = parts.get(0).get("mean");
        double total = parts.stream().mapToDouble(FeatureStatistics::count).sum();
        double[] mean = new double[shape.size()];
        double[] variance = new double[shape.size()];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (FeatureStatistics part : parts) {
                sum += value(part, "mean", i, mean.length) * part.count();
            }
            mean[i] = sum / total;
            double squares = 0;
            for (FeatureStatistics part : parts) {
                double std = value(part, "std", i, mean.length);
                double delta = value(part, "mean", i, mean.length) - mean[i];
                squares += (std * std + delta * delta) * part.count();
            }
            variance[i] = squares / total;
        }
        Map<String, StatArray> all = new LinkedHashMap<>();
        all.put("min", extreme(parts, "min", true));
        all.put("max", extreme(parts, "max", false));
        all.put("mean", shape.with(mean));
        all.put("std", shape.with(roots(variance)));
        all.put("count", StatArray.count((long) total));
        for (String quantile : parts.get(0).values().keySet()) {
            if (isQuantile(quantile)
                    && parts.stream().allMatch(part -> part.values().containsKey(quantile))) {
                all.put(quantile, extreme(parts, quantile, Integer.parseInt(quantile.substring(1)) <= 50));
            }
        }
        return FeatureStatistics.of(all);
    }

    private static boolean isQuantile(String name) {
        return name.length() > 1
                && name.length() < 6
                && name.charAt(0) == 'q'
                && name.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    private static StatArray extreme(List<FeatureStatistics> parts, String name, boolean least) {
        StatArray first = parts.get(0).get(name);
        double[] values = first.toArray();
        for (FeatureStatistics part : parts.subList(1, parts.size())) {
            for (int i = 0; i < values.length; i++) {
                double value = value(part, name, i, values.length);
                values[i] = least ? Math.min(values[i], value) : Math.max(values[i], value);
            }
        }
        return first.like(values);
    }

    private static double value(FeatureStatistics part, String name, int at, int size) {
        StatArray array = part.get(name);
        if (array.size() != size) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" has " + array.size() + " values in one episode and " + size + " in another");
        }
        return array.get(at);
    }

    private static double[] roots(double[] squares) {
        double[] roots = new double[squares.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(squares[i]);
        }
        return roots;
    }
}
