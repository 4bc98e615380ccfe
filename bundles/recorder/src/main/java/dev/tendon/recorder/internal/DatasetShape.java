/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.recorder.RecordingRequest;
import java.util.List;

/**
 * What a dataset holds of a session: the action, then the observation's numbers gathered in one vector, then each picture, by LeRobot's
 * names (0.6, utils/feature_utils.py, hw_to_dataset_features; the order is that of scripts/lerobot_record.py). Immutable. Thread: any.
 *
 * @param spec as it is written to info.json
 * @param pictures the observation's pictures, in the order of their slots
 */
record DatasetShape(DatasetSpec spec, List<Feature> pictures) {
    /** Which action a dataset keeps: ours, and passed over by LeRobot's reader. */
    static final String ACTION_RULE = "tendon_action";

    static DatasetShape of(RecordingRequest request, Features observation, Features action) {
        DatasetSpec.Builder builder =
                DatasetSpec.builder(FormatVersion.V3_0, request.plan().fps()).robotType(request.robotType());
        builder.feature(vector(RowMap.ACTION, action.layout().valueNames()));
        List<String> state = observation.layout().valueNames();
        if (!state.isEmpty()) {
            builder.feature(vector(RowMap.STATE, state));
        }
        List<Feature> pictures = observation.layout().images();
        boolean video = request.pictures().video();
        for (Feature picture : pictures) {
            if (picture.name().indexOf('/') >= 0) {
                throw new ConfigException(
                        "A camera's name becomes the name of a folder: \"" + picture.name() + "\" has a slash in it");
            }
            builder.feature(FeatureSpec.pictures(
                    key(picture), video, picture.shape().get(0), picture.shape().get(1)));
        }
        if (pictures.isEmpty() || !video) {
            builder.withoutVideos();
        }
        builder.extra(ACTION_RULE, rule(request));
        return new DatasetShape(builder.build(), pictures);
    }

    /** A picture's name in the dataset. */
    static String key(Feature picture) {
        return RowMap.IMAGES + picture.name();
    }

    static String rule(RecordingRequest request) {
        return request.plan().sentAction() ? "sent" : "teleop";
    }

    private static FeatureSpec vector(String name, List<String> names) {
        return FeatureSpec.of(name, "float32", List.of(names.size()), names);
    }
}
