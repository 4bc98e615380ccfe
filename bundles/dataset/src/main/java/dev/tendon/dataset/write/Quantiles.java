/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Quantiles from a histogram of 5000 bins between the least and the greatest value (LeRobot 0.6, datasets/compute_stats.py, {@code
 * RunningQuantileStats} fed once). Bins are cut in the precision of the values, as NumPy's {@code linspace} cuts them.
 */
final class Quantiles {
    private static final int BINS = 5000;
    private static final double MARGIN = 1e-10;

    private final double[] edges = new double[BINS + 1];
    private final double[] below = new double[BINS];
    private final double total;
    private final boolean single;

    /**
     * Those of {@code values}, in rising order.
     *
     * @param counts how often each occurs
     */
    Quantiles(double[] values, long[] counts, boolean single) {
        this.single = single;
        double margin = Sums.round(MARGIN, single);
        cut(Sums.round(values[0] - margin, single), Sums.round(values[values.length - 1] + margin, single));
        long sum = 0;
        long dropped = 0;
        int next = 0;
        for (; next < values.length && values[next] < edges[0]; next++) {
            dropped += counts[next];
        }
        for (int bin = 0; bin < BINS; bin++) {
            double end = edges[bin + 1];
            for (; next < values.length && (values[next] < end || (bin == BINS - 1 && values[next] == end)); next++) {
                sum += counts[next];
            }
            below[bin] = sum;
        }
        long left = 0;
        for (; next < values.length; next++) {
            left += counts[next];
        }
        total = (double) sum + left + dropped;
    }

    private void cut(double start, double stop) {
        double delta = Sums.round(stop - start, single);
        double step = Sums.round(delta / BINS, single);
        for (int i = 0; i < BINS; i++) {
            double offset = step == 0
                    ? Sums.round(Sums.round((double) i / BINS, single) * delta, single)
                    : Sums.round(i * step, single);
            edges[i] = Sums.round(offset + start, single);
        }
        edges[BINS] = stop;
    }

    /** The value below which the share {@code q} of all lies. */
    double at(double q) {
        double target = q * total;
        int bin = 0;
        while (bin < BINS && below[bin] < target) {
            bin++;
        }
        if (bin == 0) {
            return edges[0];
        }
        if (bin == BINS) {
            return edges[BINS];
        }
        double inside = below[bin] - below[bin - 1];
        double fraction = (target - below[bin - 1]) / inside;
        return edges[bin] + fraction * Sums.round(edges[bin + 1] - edges[bin], single);
    }

    /** LeRobot's, by name. */
    Map<String, Double> all() {
        Map<String, Double> all = new LinkedHashMap<>();
        FeatureStatistics.QUANTILES.forEach((name, q) -> all.put(name, at(q)));
        return all;
    }
}
