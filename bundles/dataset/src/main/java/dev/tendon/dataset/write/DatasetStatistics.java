/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statistics of an episode or a dataset, by feature; texts have none. Immutable. */
public final class DatasetStatistics {
    public static final DatasetStatistics EMPTY = new DatasetStatistics(Map.of());

    private final Map<String, FeatureStatistics> features;

    private DatasetStatistics(Map<String, FeatureStatistics> features) {
        this.features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    public static DatasetStatistics of(Map<String, FeatureStatistics> features) {
        return features.isEmpty() ? EMPTY : new DatasetStatistics(features);
    }

    public Map<String, FeatureStatistics> features() {
        return features;
    }

    /** These, and {@code more} after them or in their place. */
    public DatasetStatistics with(Map<String, FeatureStatistics> more) {
        Map<String, FeatureStatistics> all = new LinkedHashMap<>(features);
        all.putAll(more);
        return of(all);
    }

    /** These without {@code feature}. */
    public DatasetStatistics without(String feature) {
        Map<String, FeatureStatistics> all = new LinkedHashMap<>(features);
        all.remove(feature);
        return of(all);
    }

    /** These in the order of {@code spec}'s features; others behind them. */
    public DatasetStatistics ordered(DatasetSpec spec) {
        Map<String, FeatureStatistics> all = new LinkedHashMap<>();
        for (String name : spec.features().keySet()) {
            FeatureStatistics found = features.get(name);
            if (found != null) {
                all.put(name, found);
            }
        }
        features.forEach(all::putIfAbsent);
        return of(all);
    }

    /**
     * These and {@code other} as one, at a cost that does not depend on how many episodes are in either: how LeRobot keeps {@code
     * stats.json} while it records.
     */
    public DatasetStatistics plus(DatasetStatistics other) {
        return features.isEmpty() ? other : other.features.isEmpty() ? this : aggregate(List.of(this, other));
    }

    /** All as one (LeRobot 0.6, datasets/compute_stats.py, {@code aggregate_stats}). */
    public static DatasetStatistics aggregate(Collection<DatasetStatistics> all) {
        Set<String> names = new LinkedHashSet<>();
        all.forEach(one -> names.addAll(one.features.keySet()));
        Map<String, FeatureStatistics> together = new LinkedHashMap<>();
        for (String name : names) {
            List<FeatureStatistics> parts = new ArrayList<>();
            for (DatasetStatistics one : all) {
                FeatureStatistics part = one.features.get(name);
                if (part != null) {
                    parts.add(part);
                }
            }
            together.put(name, Aggregate.of(parts));
        }
        return of(together);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatasetStatistics that && features.equals(that.features);
    }

    @Override
    public int hashCode() {
        return features.hashCode();
    }

    @Override
    public String toString() {
        return features.toString();
    }
}
