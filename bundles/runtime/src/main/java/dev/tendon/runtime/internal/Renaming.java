/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Other names for what a robot observes, told to a policy alone: slots stay what they are. Names may be LeRobot's, {@code
 * observation.images.CAMERA}, or the robot's own. Immutable.
 */
record Renaming(Map<String, String> names) {
    private static final String PICTURES = "observation.images.";

    static Renaming of(Map<String, String> renames) {
        Map<String, String> names = new LinkedHashMap<>();
        renames.forEach((from, to) -> names.put(own(from), own(to)));
        return new Renaming(Map.copyOf(names));
    }

    private static String own(String name) {
        return name.startsWith(PICTURES) ? name.substring(PICTURES.length()) : name;
    }

    /**
     * The features under their new names.
     *
     * @throws ConfigException with every name that is not there, and where two would have the same
     */
    Features apply(Features observed) {
        if (names.isEmpty()) {
            return observed;
        }
        List<Feature> renamed = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        Map<String, String> left = new LinkedHashMap<>(names);
        for (Feature feature : observed.list()) {
            String name = feature.numeric() ? null : left.remove(feature.name());
            if (!feature.numeric()) {
                pictures.add(PICTURES + feature.name());
            }
            renamed.add(
                    name == null
                            ? feature
                            : Feature.of(name, feature.dtype(), feature.shape(), feature.names(), feature.unit()));
        }
        if (!left.isEmpty()) {
            throw new ConfigException("--rename_map: there is no picture "
                    + left.keySet().stream()
                            .sorted()
                            .map(name -> PICTURES + name)
                            .toList() + "; the robot has "
                    + pictures);
        }
        try {
            return Features.of(renamed);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--rename_map: " + e.getMessage(), e);
        }
    }
}
