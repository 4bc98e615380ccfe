/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.nio.file.Path;

/** Makes scales of statistics. */
final class ScaleRules {
    private final Path file;
    private final Statistics statistics;
    private final float epsilon;
    private final boolean legacy;

    /**
     * @param file the statistics' file, for messages
     * @param epsilon kept out of divisions by zero
     * @param legacy whether by the rules of LeRobot before its processor files
     */
    ScaleRules(Path file, Statistics statistics, float epsilon, boolean legacy) {
        this.file = file;
        this.statistics = statistics;
        this.epsilon = epsilon;
        this.legacy = legacy;
    }

    Scale scale(String feature, NormalizationMode mode) throws CheckpointException {
        return switch (mode) {
            case IDENTITY -> throw new IllegalArgumentException("Nothing is scaled");
            case MEAN_STD -> meanStd(feature);
            case MIN_MAX -> range(feature, "min", "max");
            case QUANTILES -> range(feature, "q01", "q99");
            case QUANTILE10 -> range(feature, "q10", "q90");
        };
    }

    private Scale meanStd(String feature) throws CheckpointException {
        Statistics.Values mean = values(feature, "mean");
        float[] deviation = values(feature, "std").numbers();
        float[] span = deviation.clone();
        for (int i = 0; i < span.length; i++) {
            span[i] += epsilon;
        }
        return new Scale(mean.shape(), mean.numbers(), span, deviation, true);
    }

    private Scale range(String feature, String lowest, String highest) throws CheckpointException {
        Statistics.Values low = values(feature, lowest);
        float[] high = values(feature, highest).numbers();
        float[] span = new float[high.length];
        float[] back = new float[high.length];
        for (int i = 0; i < span.length; i++) {
            float range = high[i] - low.numbers()[i];
            span[i] = legacy ? range + epsilon : range == 0 ? epsilon : range;
            back[i] = legacy ? range : span[i];
        }
        return new Scale(low.shape(), low.numbers(), span, back, false);
    }

    private Statistics.Values values(String feature, String statistic) throws CheckpointException {
        Statistics.Values values = statistics
                .get(feature, statistic)
                .orElseThrow(() -> new CheckpointException(
                        file,
                        "\"" + feature + "\" has no \"" + statistic + "\" among its statistics "
                                + statistics.of(feature),
                        "Train it again on a dataset that has it, or copy the checkpoint again"));
        for (float number : values.numbers()) {
            if (!Float.isFinite(number)) {
                throw new CheckpointException(
                        file,
                        "\"" + statistic + "\" of \"" + feature + "\" is " + number,
                        "The checkpoint was saved without the statistics of a dataset; train it again");
            }
        }
        return values;
    }
}
