/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.StatArray;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares statistics of pictures with those of the pictures as they are decoded. They are never quite the same: those that are told were taken from the
 * pictures before they were encoded, of all frames or of another sample. What is wrong by more than that is another camera's, another
 * scale's (0 to 255), or another episode's.
 */
final class PictureDifference {
    /** Of mean and deviation, brightness being from 0 to 1. LeRobot 0.6 itself is up to 1e-4 off, in single precision. */
    static final double MEAN = 0.03;
    /** Of the darkest and the brightest pixel, which encoding smooths. */
    static final double EXTREME = 0.35;
    /** Of a quantile, beside its neighbours' distance: where pictures are of two colours it may be either. */
    static final double QUANTILE = 0.1;

    private static final List<String> ORDER = List.of("min", "q01", "q10", "q50", "q90", "q99", "max");

    private PictureDifference() {}

    /** What is wrong, in words; empty where they agree. */
    static Optional<String> of(String feature, FeatureStatistics told, FeatureStatistics actual) {
        for (String name : List.of("mean", "std", "min", "max")) {
            Optional<String> problem =
                    within(feature, name, told, actual, name.startsWith("m") && !name.equals("mean") ? EXTREME : MEAN);
            if (problem.isPresent()) {
                return problem;
            }
        }
        for (int i = 1; i < ORDER.size() - 1; i++) {
            if (told.values().containsKey(ORDER.get(i))) {
                Optional<String> problem = between(feature, i, told, actual);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> within(
            String feature, String name, FeatureStatistics told, FeatureStatistics actual, double tolerance) {
        StatArray a = told.values().get(name);
        StatArray b = actual.values().get(name);
        if (shapeless(a, b)) {
            return Optional.of("\"" + feature + "\" has no " + name + " of the right shape");
        }
        for (int channel = 0; channel < b.size(); channel++) {
            if (!(Math.abs(a.get(channel) - b.get(channel)) <= tolerance)) {
                return words(feature, name, channel, a, b);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> between(String feature, int at, FeatureStatistics told, FeatureStatistics actual) {
        String name = ORDER.get(at);
        StatArray a = told.values().get(name);
        StatArray b = actual.get(name);
        if (shapeless(a, b)) {
            return Optional.of("\"" + feature + "\" has no " + name + " of the right shape");
        }
        StatArray below = actual.get(ORDER.get(at - 1));
        StatArray above = actual.get(ORDER.get(at + 1));
        for (int channel = 0; channel < b.size(); channel++) {
            double value = a.get(channel);
            if (!(value >= below.get(channel) - QUANTILE && value <= above.get(channel) + QUANTILE)) {
                return words(feature, name, channel, a, b);
            }
        }
        return Optional.empty();
    }

    private static boolean shapeless(@Nullable StatArray told, @Nullable StatArray actual) {
        return told == null || actual == null || told.size() != actual.size();
    }

    private static Optional<String> words(String feature, String name, int channel, StatArray told, StatArray actual) {
        return Optional.of(String.format(
                Locale.ROOT,
                "%s of \"%s\"[%d] is said to be %.4f, but that of its pictures is %.4f",
                name,
                feature,
                channel,
                told.get(channel),
                actual.get(channel)));
    }
}
