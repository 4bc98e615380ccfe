/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.LinkedHashMap;
import java.util.Map;

/** Statistics of an episode. */
public final class EpisodeStatistics {
    private EpisodeStatistics() {}

    /**
     * The statistics of {@code rows}, numbered, in the order of the spec's features, as the spec's version of LeRobot computes them.
     *
     * @param pictures statistics of pictures and videos, by feature ({@link ImageStatistics}); what is missing stays missing
     */
    public static DatasetStatistics of(DatasetSpec spec, EpisodeRows rows, Map<String, FeatureStatistics> pictures) {
        Map<String, FeatureStatistics> all = new LinkedHashMap<>();
        for (FeatureSpec feature : spec.features().values()) {
            FeatureStatistics given = pictures.get(feature.name());
            if (given != null) {
                all.put(feature.name(), spec.version() == FormatVersion.V2_1 ? given.withoutQuantiles() : given);
            } else if (feature.numeric() && rows.length() > 0) {
                all.put(feature.name(), of(spec.version(), feature, rows.checked(feature), rows.length()));
            }
        }
        return DatasetStatistics.of(all);
    }

    /** Those of one feature of numbers, for {@code frames} frames, at least one. */
    public static FeatureStatistics of(FormatVersion version, FeatureSpec feature, ColumnValues values, int frames) {
        return switch (version) {
            case V2_1 -> ValueStatistics.legacy(feature, values, frames);
            case V3_0 -> ValueStatistics.current(feature, values, frames);
        };
    }
}
