/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FormatVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The same dataset's description in another format. To v3.0 as LeRobot's converter has it (0.6, convert_dataset_v21_to_v30.py,
 * {@code convert_info}): each feature but videos gets the dataset's {@code fps}; the way back takes it away.
 */
final class Conversion {
    private static final String FPS = "fps";

    private Conversion() {}

    static DatasetSpec spec(DatasetSpec old, FormatVersion version) {
        List<FeatureSpec> features = new ArrayList<>();
        for (FeatureSpec feature : old.features().values()) {
            if (feature.video()) {
                features.add(feature);
            } else {
                features.add(version == FormatVersion.V3_0 ? feature.with(FPS, old.fpsNumber()) : feature.without(FPS));
            }
        }
        return old.toBuilder().as(version).features(features).build();
    }
}
