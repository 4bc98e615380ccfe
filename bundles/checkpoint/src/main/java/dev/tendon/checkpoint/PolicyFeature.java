/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An input or output of a policy, as {@code config.json} has it.
 *
 * @param type what it is
 * @param shape its axes without the batch; a picture's are channels, height, width
 */
public record PolicyFeature(FeatureKind type, List<Integer> shape) {
    public PolicyFeature {
        shape = List.copyOf(shape);
    }

    /** Product of the axes: how many numbers one has. */
    public int elements() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** Features as config.json has them: maps, lists, texts and numbers. */
    public static Map<String, Object> plain(Map<String, PolicyFeature> features) {
        Map<String, Object> plain = new LinkedHashMap<>();
        features.forEach((name, feature) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("type", feature.type().name());
            entry.put("shape", feature.shape());
            plain.put(name, entry);
        });
        return plain;
    }
}
