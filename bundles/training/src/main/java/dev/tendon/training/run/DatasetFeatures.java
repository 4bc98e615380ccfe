/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.DatasetInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a dataset has for a policy: LeRobot 0.6, {@code utils/feature_utils.py}, {@code dataset_to_policy_features}. */
final class DatasetFeatures {
    private static final String OBSERVATION = "observation";
    private static final String ACTION = "action";
    private static final String ENVIRONMENT = "observation.environment_state";
    private static final int AXES = 3;

    private DatasetFeatures() {}

    /**
     * Observations and actions, in the dataset's order.
     *
     * @param renames the policy's names by the dataset's
     */
    static Map<String, PolicyFeature> of(DatasetInfo info, Map<String, String> renames) {
        Map<String, PolicyFeature> features = new LinkedHashMap<>();
        info.features().forEach((name, feature) -> {
            boolean known = !feature.tabular() || name.startsWith(OBSERVATION) || name.startsWith(ACTION);
            if (known && !feature.text()) {
                features.put(renames.getOrDefault(name, name), of(feature));
            }
        });
        return features;
    }

    private static PolicyFeature of(DatasetFeature feature) {
        if (!feature.tabular()) {
            return new PolicyFeature(FeatureKind.VISUAL, planes(feature));
        } else if (feature.name().equals(ENVIRONMENT)) {
            return new PolicyFeature(FeatureKind.ENV, feature.shape());
        }
        FeatureKind kind = feature.name().startsWith(OBSERVATION) ? FeatureKind.STATE : FeatureKind.ACTION;
        return new PolicyFeature(kind, feature.shape());
    }

    private static List<Integer> planes(DatasetFeature feature) {
        List<Integer> shape = feature.shape();
        if (shape.size() != AXES) {
            throw new ConfigException("\"" + feature.name() + "\" has pictures of shape " + shape
                    + ", which has not three axes. Remove it: tendon dataset remove-feature");
        }
        boolean channelsLast =
                feature.names().size() != AXES || feature.names().get(2).startsWith("channel");
        return channelsLast ? List.of(shape.get(2), shape.get(0), shape.get(1)) : shape;
    }
}
