/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.Shape;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Statistics among the weights, as LeRobot wrote them until its processor files: {@code
 * normalize_inputs.buffer_observation_state.mean}. Facts: b0923ab74, {@code policies/normalize.py}.
 */
final class LegacyStatistics {
    private static final String INPUTS = "normalize_inputs.";
    private static final String TARGETS = "normalize_targets.";
    private static final String OUTPUTS = "unnormalize_outputs.";
    private static final float EPSILON = 1e-8f;

    private LegacyStatistics() {}

    /** Tensors that are no weights. */
    static Set<String> names(SafeTensors file) {
        return file.names().stream()
                .filter(name -> name.startsWith(INPUTS) || name.startsWith(TARGETS) || name.startsWith(OUTPUTS))
                .collect(Collectors.toSet());
    }

    static Normalization inputs(
            SafeTensors file, Map<FeatureKind, NormalizationMode> modes, Map<String, PolicyFeature> features)
            throws IOException {
        return read(file, INPUTS, modes, features, kind -> kind != FeatureKind.ACTION);
    }

    static Normalization outputs(
            SafeTensors file, Map<FeatureKind, NormalizationMode> modes, Map<String, PolicyFeature> features)
            throws IOException {
        return read(file, OUTPUTS, modes, features, kind -> kind == FeatureKind.ACTION);
    }

    private static Normalization read(
            SafeTensors file,
            String prefix,
            Map<FeatureKind, NormalizationMode> modes,
            Map<String, PolicyFeature> features,
            Predicate<FeatureKind> wanted)
            throws IOException {
        Map<String, Scale> scales = new HashMap<>();
        for (Map.Entry<String, PolicyFeature> feature : features.entrySet()) {
            NormalizationMode mode = modes.getOrDefault(feature.getValue().type(), NormalizationMode.IDENTITY);
            if (wanted.test(feature.getValue().type()) && mode != NormalizationMode.IDENTITY) {
                Statistics statistics = statistics(file, prefix, feature.getKey());
                scales.put(
                        feature.getKey(),
                        new ScaleRules(file.file(), statistics, EPSILON, true).scale(feature.getKey(), mode));
            }
        }
        return new Normalization(scales);
    }

    /** Those of inputs and outputs. */
    static Statistics all(SafeTensors file, Map<String, PolicyFeature> features) throws IOException {
        Statistics all = new Statistics();
        for (Map.Entry<String, PolicyFeature> feature : features.entrySet()) {
            String prefix = feature.getValue().type() == FeatureKind.ACTION ? OUTPUTS : INPUTS;
            statistics(file, prefix, feature.getKey())
                    .features()
                    .forEach((name, values) -> values.forEach((statistic, value) -> all.put(name, statistic, value)));
        }
        return all;
    }

    private static Statistics statistics(SafeTensors file, String prefix, String feature) throws IOException {
        String buffer = prefix + "buffer_" + feature.replace('.', '_') + ".";
        Statistics statistics = new Statistics();
        for (String name : file.names()) {
            if (name.startsWith(buffer)) {
                Tensor tensor = file.tensor(name);
                statistics.put(
                        feature,
                        name.substring(buffer.length()),
                        new Statistics.Values(Shape.of(tensor.shape()), tensor.floats()));
            }
        }
        return statistics;
    }
}
