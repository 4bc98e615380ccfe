/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a feature, by LeRobot's names: {@code min}, {@code max}, {@code mean}, {@code std}, {@code count}, and the
 * quantiles that 0.6 has and 2025 and converted sets have not. Immutable.
 */
public final class FeatureStatistics {
    /** Quantiles by name, in the order in which they are written (LeRobot 0.6, datasets/compute_stats.py). */
    public static final Map<String, Double> QUANTILES = quantiles();

    /** The others, in their order. */
    public static final List<String> BASIC = List.of("min", "max", "mean", "std", "count");

    private final Map<String, StatArray> values;

    private FeatureStatistics(Map<String, StatArray> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Statistics by name, in their order. */
    public static FeatureStatistics of(Map<String, StatArray> values) {
        return new FeatureStatistics(new LinkedHashMap<>(values));
    }

    private static Map<String, Double> quantiles() {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        quantiles.put("q01", 0.01);
        quantiles.put("q10", 0.10);
        quantiles.put("q50", 0.50);
        quantiles.put("q90", 0.90);
        quantiles.put("q99", 0.99);
        return Collections.unmodifiableMap(quantiles);
    }

    public Map<String, StatArray> values() {
        return values;
    }

    /**
     * A statistic.
     *
     * @throws IllegalArgumentException where it is not here
     */
    public StatArray get(String name) {
        StatArray value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No \"" + name + "\" among " + values.keySet());
        }
        return value;
    }

    /** Number of frames that went in. */
    public long count() {
        return (long) get("count").get(0);
    }

    /** These without quantiles, as the 2025 format has them. */
    public FeatureStatistics withoutQuantiles() {
        Map<String, StatArray> basic = new LinkedHashMap<>(values);
        basic.keySet().removeIf(name -> !BASIC.contains(name));
        return new FeatureStatistics(basic);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeatureStatistics that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
