/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code meta/info.json} says of a dataset.
 *
 * @param codebaseVersion the format: {@code v3.0}, {@code v2.1} or {@code v2.0}
 * @param robotType the robot's choice name, as recorded; empty where the dataset gives none
 * @param fps frames per second, greater than 0
 * @param totalEpisodes number of episodes
 * @param totalFrames frames of all episodes
 * @param features the columns, by name, in the file's order
 */
public record DatasetInfo(
        String codebaseVersion,
        String robotType,
        double fps,
        int totalEpisodes,
        long totalFrames,
        Map<String, DatasetFeature> features) {
    public DatasetInfo {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }
}
