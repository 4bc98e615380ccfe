/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means of figures since they were last taken. Owner thread: its creator's. */
final class Averages {
    private final Map<String, double[]> sums = new LinkedHashMap<>();

    void add(String name, double value) {
        double[] sum = sums.computeIfAbsent(name, key -> new double[2]);
        sum[0] += value;
        sum[1]++;
    }

    /** The means by name, in the order of their first coming; begins anew. */
    Map<String, Double> take() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
        sums.clear();
        return means;
    }
}
