/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Statistics of features: {@code mean}, {@code std}, {@code min}, {@code max}, quantiles. Immutable. */
final class Statistics {
    /** Numbers of one statistic. */
    @SuppressWarnings("ArrayRecordComponent") // never handed out
    record Values(Shape shape, float[] numbers) {}

    private final Map<String, Map<String, Values>> features = new TreeMap<>();

    /** Adds while it is being read. */
    void put(String feature, String statistic, Values values) {
        features.computeIfAbsent(feature, key -> new TreeMap<>()).put(statistic, values);
    }

    boolean has(String feature) {
        return features.containsKey(feature);
    }

    Optional<Values> get(String feature, String statistic) {
        return Optional.ofNullable(features.getOrDefault(feature, Map.of()).get(statistic));
    }

    /** The statistics that a feature has. */
    Set<String> of(String feature) {
        return features.getOrDefault(feature, Map.of()).keySet();
    }
}
