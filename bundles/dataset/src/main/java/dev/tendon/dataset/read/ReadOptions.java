/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.api.option.ConfigException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is read, and how much memory it may take.
 *
 * @param windows LeRobot's {@code delta_timestamps}: for a feature, the times relative to an item's at which it is wanted, in seconds. A
 *     feature that is not here comes once, at the item's time
 * @param features the features that are wanted; empty: all. {@code timestamp} and {@code task_index} come anyway
 * @param toleranceS how far a picture's time may be from the row's, LeRobot's {@code tolerance_s}, seconds
 * @param transform what is done to each picture
 * @param rowBytes heap that rows may take in the cache; the rows of one episode at least are kept
 * @param pictureBytes memory that decoded pictures may take in the cache; used only where a camera has a window
 * @param openVideos decoders that stay open; at least as many as are in use
 */
public record ReadOptions(
        Map<String, List<Double>> windows,
        Set<String> features,
        double toleranceS,
        Optional<PictureTransform> transform,
        long rowBytes,
        long pictureBytes,
        int openVideos) {
    private static final long MIB = 1 << 20;

    /** LeRobot's tolerance; rows in a quarter of the heap, 64 MiB of pictures, 16 decoders. */
    public static final ReadOptions DEFAULT = new ReadOptions(
            Map.of(),
            Set.of(),
            1e-4,
            Optional.empty(),
            Math.max(32 * MIB, Runtime.getRuntime().maxMemory() / 4),
            64 * MIB,
            16);

    public ReadOptions {
        Map<String, List<Double>> copy = new LinkedHashMap<>();
        windows.forEach((feature, times) -> {
            if (times.isEmpty()) {
                throw new ConfigException("The window of " + feature + " has no times");
            }
            copy.put(feature, List.copyOf(times));
        });
        windows = java.util.Collections.unmodifiableMap(copy);
        features = Set.copyOf(features);
        if (!(toleranceS >= 0)) {
            throw new ConfigException("tolerance_s=" + toleranceS + " is less than 0");
        }
    }

    /** With a window more. */
    public ReadOptions withWindow(String feature, List<Double> times) {
        Map<String, List<Double>> more = new LinkedHashMap<>(windows);
        more.put(feature, times);
        return new ReadOptions(more, features, toleranceS, transform, rowBytes, pictureBytes, openVideos);
    }

    /** With these features only. */
    public ReadOptions withFeatures(Set<String> wanted) {
        return new ReadOptions(windows, wanted, toleranceS, transform, rowBytes, pictureBytes, openVideos);
    }

    /** With a transform of pictures. */
    public ReadOptions withTransform(PictureTransform wanted) {
        return new ReadOptions(windows, features, toleranceS, Optional.of(wanted), rowBytes, pictureBytes, openVideos);
    }

    /** With another tolerance, in seconds. */
    public ReadOptions withTolerance(double seconds) {
        return new ReadOptions(windows, features, seconds, transform, rowBytes, pictureBytes, openVideos);
    }
}
