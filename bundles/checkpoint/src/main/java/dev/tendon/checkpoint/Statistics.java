/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Statistics of features: {@code mean}, {@code std}, {@code min}, {@code max}, quantiles. Immutable once it is out of its maker's hands. Thread: any. */
public final class Statistics {
    /** Numbers of one statistic. Immutable. */
    public static final class Values {
        private final Shape shape;
        private final float[] numbers;

        Values(Shape shape, float[] numbers) {
            this.shape = shape;
            this.numbers = numbers;
        }

        /**
         * Numbers in row-major order.
         *
         * @throws IllegalArgumentException where the shape holds another number of them
         */
        public static Values of(Shape shape, float... numbers) {
            if (shape.elements() != numbers.length) {
                throw new IllegalArgumentException(numbers.length + " numbers in the shape " + shape);
            }
            return new Values(shape, numbers.clone());
        }

        /** [elements] or, of a picture, [channels, 1, 1]. */
        public Shape shape() {
            return shape;
        }

        /** The numbers; a copy. */
        public float[] numbers() {
            return numbers.clone();
        }

        @Override
        public String toString() {
            return Arrays.toString(numbers);
        }
    }

    private final Map<String, Map<String, Values>> features = new TreeMap<>();

    Statistics() {}

    /** These statistics by feature and name. */
    public static Statistics of(Map<String, Map<String, Values>> features) {
        Statistics statistics = new Statistics();
        features.forEach((feature, values) -> values.forEach((name, value) -> statistics.put(feature, name, value)));
        return statistics;
    }

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

    /** All, by feature and name. */
    public Map<String, Map<String, Values>> features() {
        return Collections.unmodifiableMap(features);
    }

    /** These, with a picture's flat statistics as one a channel: [3] as [3, 1, 1] (LeRobot 0.6, {@code processor/normalize_processor.py}). */
    Statistics ofPictures(Map<String, PolicyFeature> among) {
        Statistics shaped = new Statistics();
        features.forEach((feature, values) -> {
            PolicyFeature own = among.get(feature);
            boolean picture = own != null && own.type() == FeatureKind.VISUAL;
            values.forEach((name, value) -> shaped.put(
                    feature,
                    name,
                    picture && value.shape().rank() == 1
                            ? new Values(Shape.of(value.shape().axis(0), 1, 1), value.numbers)
                            : value));
        });
        return shaped;
    }
}
