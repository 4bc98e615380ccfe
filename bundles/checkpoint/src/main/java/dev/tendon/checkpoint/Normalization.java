/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.api.option.ConfigException;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is done to each feature; one that it does not have stays as it is. Immutable. Thread: any. */
public final class Normalization {
    private static final float EPSILON = 1e-8f;
    private static final int LEVELS = 256;

    private final Map<String, Scale> scales;

    Normalization(Map<String, Scale> scales) {
        this.scales = Map.copyOf(scales);
    }

    /**
     * What training does to {@code features} of a dataset, by LeRobot's rules.
     *
     * @param where the dataset, for messages
     * @throws ConfigException where statistics are missing, or numbers among them are none
     */
    public static Normalization of(
            Map<String, PolicyFeature> features,
            Map<FeatureKind, NormalizationMode> modes,
            Statistics statistics,
            Path where) {
        Map<String, Scale> scales = new HashMap<>();
        ScaleRules rules = new ScaleRules(where, statistics, EPSILON, false);
        features.forEach((name, feature) -> {
            NormalizationMode mode = modes.getOrDefault(feature.type(), NormalizationMode.IDENTITY);
            if (mode != NormalizationMode.IDENTITY) {
                try {
                    scales.put(name, rules.scale(name, mode));
                } catch (CheckpointException e) {
                    throw new ConfigException(e.getMessage(), e);
                }
            }
        });
        return new Normalization(scales);
    }

    /**
     * Brings numbers of {@code feature} to the network's scale, in their place.
     *
     * @param values frames of the feature, one after the other
     */
    public void normalize(String feature, float[] values) {
        Scale scale = scales.get(feature);
        if (scale != null) {
            int elements = (int) scale.shape().elements();
            if (values.length % elements != 0) {
                throw new IllegalArgumentException(
                        "\"" + feature + "\" has " + values.length + " numbers and statistics of " + elements);
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = scale.normalize(i % elements, values[i]);
            }
        }
    }

    /**
     * What becomes of a picture's pixels: for each channel and each of 256 levels the number that the network is given, channels one after
     * the other. Single precision and LeRobot's order of operations: level / 255, then as any number.
     */
    public float[] levels(String feature, int channels) {
        Scale scale = scales.get(feature);
        float[] table = new float[channels * LEVELS];
        for (int i = 0; i < table.length; i++) {
            float level = i % LEVELS / (float) (LEVELS - 1);
            table[i] = scale == null ? level : scale.normalize(i / LEVELS, level);
        }
        return table;
    }

    /** Brings {@code x} of {@code feature} to the network's scale. */
    public <T extends Tensor> T normalize(Ops<T> nn, String feature, T x) {
        return Optional.ofNullable(scales.get(feature))
                .map(scale -> scale.normalize(nn, x))
                .orElse(x);
    }

    /** Brings {@code x} of {@code feature} back to its own scale. */
    public <T extends Tensor> T unnormalize(Ops<T> nn, String feature, T x) {
        return Optional.ofNullable(scales.get(feature))
                .map(scale -> scale.unnormalize(nn, x))
                .orElse(x);
    }

    /**
     * The usual values of {@code feature}, as its statistics tell: one standard deviation about the mean, or from the lowest to the highest.
     * Empty where it is not scaled.
     */
    public Optional<ValueRange> usual(String feature) {
        return Optional.ofNullable(scales.get(feature)).map(Scale::usual);
    }

    /** Which statistics are not of their feature's shape, a line each. */
    List<String> misfits(Map<String, PolicyFeature> features) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(scales).forEach((name, scale) -> {
            PolicyFeature feature = features.get(name);
            if (feature != null && !scale.fits(feature.shape())) {
                lines.add("\"" + name + "\" has the shape " + feature.shape() + ", its statistics " + scale.shape());
            }
        });
        return lines;
    }

    /** The features that are changed, in alphabetical order. */
    public Set<String> features() {
        return new TreeMap<>(scales).keySet();
    }
}
