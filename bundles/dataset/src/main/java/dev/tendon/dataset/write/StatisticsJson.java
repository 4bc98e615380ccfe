/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.Damage;
import dev.tendon.dataset.internal.Json;
import dev.tendon.dataset.internal.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statistics as LeRobot has them in JSON: by feature and name, as nested lists. */
final class StatisticsJson {
    private static final int MAX_AXES = 8;

    private StatisticsJson() {}

    static Map<String, Object> of(DatasetStatistics statistics) {
        Map<String, Object> json = new LinkedHashMap<>();
        statistics.features().forEach((feature, values) -> {
            Map<String, Object> named = new LinkedHashMap<>();
            values.values().forEach((name, value) -> named.put(name, nested(value, 0, 0)));
            json.put(feature, named);
        });
        return json;
    }

    private static List<Object> nested(StatArray array, int axis, int from) {
        List<Integer> shape = array.shape();
        int inner = shape.subList(axis + 1, shape.size()).stream().reduce(1, (a, b) -> a * b);
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < shape.get(axis); i++) {
            if (axis < shape.size() - 1) {
                list.add(nested(array, axis + 1, from + i * inner));
            } else {
                list.add(array.boxed(from + i));
            }
        }
        return list;
    }

    /** Those in a file of their own. */
    static DatasetStatistics read(Path file) throws IOException {
        return parse(file, Json.object(file).values());
    }

    /** Those in an object. */
    static DatasetStatistics parse(Path file, Map<?, ?> json) throws FormatException {
        Map<String, FeatureStatistics> features = new LinkedHashMap<>();
        for (Map.Entry<?, ?> feature : json.entrySet()) {
            Map<String, StatArray> values = new LinkedHashMap<>();
            if (!(feature.getValue() instanceof Map<?, ?> named)) {
                throw Damage.in(file, "the statistics of \"" + feature.getKey() + "\" are no JSON object");
            }
            for (Map.Entry<?, ?> value : named.entrySet()) {
                String where = "\"" + feature.getKey() + "\", " + value.getKey();
                values.put(String.valueOf(value.getKey()), array(file, where, value.getValue()));
            }
            features.put(String.valueOf(feature.getKey()), FeatureStatistics.of(values));
        }
        return DatasetStatistics.of(features);
    }

    private static StatArray array(Path file, String where, @Nullable Object value) throws FormatException {
        List<Integer> shape = new ArrayList<>();
        for (Object level = value; level instanceof List<?> list && shape.size() < MAX_AXES; ) {
            shape.add(list.size());
            level = list.isEmpty() ? null : list.get(0);
        }
        List<Object> found = new ArrayList<>();
        boolean regular = collect(value, shape, 0, found);
        if (!regular) {
            throw Damage.in(file, "the statistics of " + where + " are no regular lists of numbers");
        }
        double[] values = found.stream()
                .mapToDouble(
                        one -> one instanceof Number number ? number.doubleValue() : Boolean.TRUE.equals(one) ? 1 : 0)
                .toArray();
        int[] extents = shape.isEmpty()
                ? new int[] {1}
                : shape.stream().mapToInt(n -> n).toArray();
        return !found.isEmpty() && found.stream().allMatch(one -> one instanceof Boolean)
                ? StatArray.truths(values, extents)
                : StatArray.of(values, found.stream().allMatch(one -> one instanceof Long), extents);
    }

    private static boolean collect(@Nullable Object value, List<Integer> shape, int axis, List<Object> into) {
        if (axis == shape.size()) {
            return (value instanceof Number || value instanceof Boolean)
                    && into.size() < Limits.ELEMENTS
                    && into.add(value);
        }
        if (!(value instanceof List<?> list) || list.size() != shape.get(axis)) {
            return false;
        }
        for (Object inner : list) {
            if (!collect(inner, shape, axis + 1, into)) {
                return false;
            }
        }
        return true;
    }
}
