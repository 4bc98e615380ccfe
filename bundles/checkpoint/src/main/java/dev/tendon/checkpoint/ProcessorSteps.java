/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done before and after a network, as a checkpoint keeps it: LeRobot 0.6, {@code processor/pipeline.py}.
 *
 * @param before policy_preprocessor.json
 * @param after policy_postprocessor.json
 */
public record ProcessorSteps(List<Step> before, List<Step> after) {
    /** LeRobot's {@code eps}. */
    private static final double EPSILON = 1e-8;

    public ProcessorSteps {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * A step.
     *
     * @param name LeRobot's {@code registry_name}
     * @param config its options
     * @param state statistics in a file of their own
     */
    public record Step(String name, Map<String, Object> config, Optional<Statistics> state) {
        public Step {
            config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
        }

        /** Gives what is observed other names: new by old. */
        public static Step renaming(Map<String, String> renames) {
            return new Step("rename_observations_processor", Map.of("rename_map", renames), Optional.empty());
        }

        /** Adds the axis of the batch. */
        public static Step batching() {
            return new Step("to_batch_processor", Map.of(), Optional.empty());
        }

        /** Moves what is there to a device. */
        public static Step device(String device) {
            Map<String, Object> config = new LinkedHashMap<>();
            config.put("device", device);
            config.put("float_dtype", null);
            return new Step("device_processor", config, Optional.empty());
        }

        /** Brings features to the network's scale. */
        public static Step normalizing(
                Map<String, PolicyFeature> features, Map<FeatureKind, NormalizationMode> modes, Statistics statistics) {
            return scaling("normalizer_processor", features, modes, statistics.ofPictures(features));
        }

        /** Brings features back to their own scale. */
        public static Step unnormalizing(
                Map<String, PolicyFeature> features, Map<FeatureKind, NormalizationMode> modes, Statistics statistics) {
            return scaling("unnormalizer_processor", features, modes, statistics.ofPictures(features));
        }

        private static Step scaling(
                String name,
                Map<String, PolicyFeature> features,
                Map<FeatureKind, NormalizationMode> modes,
                Statistics statistics) {
            Map<String, Object> map = new LinkedHashMap<>();
            modes.forEach((kind, mode) -> map.put(kind.name(), mode.name()));
            Map<String, Object> config = new LinkedHashMap<>();
            config.put("eps", EPSILON);
            config.put("features", PolicyFeature.plain(features));
            config.put("norm_map", map);
            return new Step(name, config, Optional.of(statistics));
        }
    }
}
