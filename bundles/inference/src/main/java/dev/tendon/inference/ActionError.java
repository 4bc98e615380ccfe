/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import java.util.Map;

/** How far plans are from those in single precision, in the actions' own units. Owner thread: its creator's. */
final class ActionError {
    private double sum;
    private double max;
    private long count;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    void add(Map<String, float[]> exact, Map<String, float[]> near) {
        exact.forEach((name, values) -> {
            for (int i = 0; i < values.length; i++) {
                double error = Math.abs(values[i] - near.get(name)[i]);
                sum += error;
                max = Math.max(max, error);
                count++;
                lowest = Math.min(lowest, values[i]);
                highest = Math.max(highest, values[i]);
            }
        });
    }

    double mean() {
        return count == 0 ? 0 : sum / count;
    }

    double max() {
        return max;
    }

    /** From the lowest to the highest number in single precision. */
    double range() {
        return highest - lowest;
    }
}
