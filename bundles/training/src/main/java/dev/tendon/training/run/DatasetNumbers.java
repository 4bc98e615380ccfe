/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.Statistics;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.StatArray;
import dev.tendon.nn.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A dataset's statistics as a policy is normalised by them. */
final class DatasetNumbers {
    /** ImageNet's: LeRobot 0.6, {@code utils/constants.py}. */
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private DatasetNumbers() {}

    /**
     * Reads them: of the whole dataset, whichever episodes are trained on, as in LeRobot.
     *
     * @param features by the policy's names
     * @param renames the policy's names by the dataset's
     * @param imagenet whether pictures have ImageNet's mean and deviation
     */
    static Statistics read(
            Path root, Map<String, PolicyFeature> features, Map<String, String> renames, boolean imagenet)
            throws IOException {
        Map<String, Map<String, Statistics.Values>> all = new LinkedHashMap<>();
        whole(DatasetMeta.read(root)).features().forEach((name, values) -> {
            Map<String, Statistics.Values> own = new LinkedHashMap<>();
            values.values().forEach((statistic, value) -> own.put(statistic, values(value)));
            all.put(renames.getOrDefault(name, name), own);
        });
        if (imagenet) {
            features.forEach((name, feature) -> {
                if (feature.type() == FeatureKind.VISUAL && feature.shape().get(0) == MEAN.length) {
                    Map<String, Statistics.Values> own = all.computeIfAbsent(name, key -> new LinkedHashMap<>());
                    own.put("mean", Statistics.Values.of(Shape.of(MEAN.length, 1, 1), MEAN));
                    own.put("std", Statistics.Values.of(Shape.of(DEVIATION.length, 1, 1), DEVIATION));
                }
            });
        }
        if (all.isEmpty()) {
            throw new ConfigException("The dataset " + root
                    + " has no statistics. Compute them: tendon dataset stats --dataset.root=" + root);
        }
        return Statistics.of(all);
    }

    private static DatasetStatistics whole(DatasetMeta meta) {
        return meta.statistics().features().isEmpty()
                ? DatasetStatistics.aggregate(
                        meta.episodes().stream().map(EpisodeRecord::statistics).toList())
                : meta.statistics();
    }

    private static Statistics.Values values(StatArray value) {
        double[] numbers = value.toArray();
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return Statistics.Values.of(
                Shape.of(value.shape().stream().mapToLong(Integer::longValue).toArray()), floats);
    }
}
