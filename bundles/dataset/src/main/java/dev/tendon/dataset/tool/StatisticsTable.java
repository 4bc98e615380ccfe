/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.StatArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dataset's statistics, to be looked at. */
public final class StatisticsTable {
    private static final List<String> CHANNELS = List.of("red", "green", "blue");

    private StatisticsTable() {}

    /**
     * Statistics of one value of a feature.
     *
     * @param feature its name
     * @param element the value's name or number; empty where there is one
     * @param frames how many frames went in
     * @param values by LeRobot's names: {@code min}, {@code max}, {@code mean}, {@code std}, {@code q50} …
     */
    public record Row(String feature, String element, long frames, Map<String, Double> values) {
        public Row {
            values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** Those of the whole dataset: what {@code stats.json} says, or, where there is none, those of its episodes together. */
    public static List<Row> read(Path root) throws IOException {
        Validator.requireDataset(root);
        DatasetMeta meta = DatasetMeta.read(root);
        DatasetStatistics statistics = meta.statistics().features().isEmpty()
                ? DatasetStatistics.aggregate(
                        meta.episodes().stream().map(EpisodeRecord::statistics).toList())
                : meta.statistics();
        List<Row> rows = new ArrayList<>();
        statistics
                .ordered(meta.spec())
                .features()
                .forEach((name, of) -> rows.addAll(rows(meta.spec().features().get(name), name, of)));
        return rows;
    }

    private static List<Row> rows(
            @org.jspecify.annotations.Nullable FeatureSpec feature, String name, FeatureStatistics of) {
        int elements = of.get("mean").size();
        List<String> names = feature == null ? List.of() : names(feature);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < elements; i++) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (Map.Entry<String, StatArray> statistic : of.values().entrySet()) {
                if (!statistic.getKey().equals("count")
                        && i < statistic.getValue().size()) {
                    values.put(statistic.getKey(), statistic.getValue().get(i));
                }
            }
            String element = elements == 1 ? "" : names.size() == elements ? names.get(i) : Integer.toString(i);
            rows.add(new Row(name, element, of.count(), values));
        }
        return rows;
    }

    static List<String> names(FeatureSpec feature) {
        if (feature.video() || feature.image()) {
            return CHANNELS;
        }
        List<String> names = new ArrayList<>();
        collect(feature.json().get("names"), names);
        return names;
    }

    private static void collect(@org.jspecify.annotations.Nullable Object from, List<String> into) {
        if (from instanceof List<?> list) {
            list.forEach(one -> collect(one, into));
        } else if (from instanceof Map<?, ?> map) {
            map.forEach((key, value) -> collect(value instanceof Number ? key : value, into));
        } else if (from instanceof String text) {
            into.add(text);
        }
    }
}
