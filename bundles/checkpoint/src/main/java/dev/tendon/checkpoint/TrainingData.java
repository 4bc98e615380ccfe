/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy is told of the data that it will be trained on.
 *
 * @param features what the dataset has, by the policy's names, in the dataset's order: observations and actions
 * @param device where it will be trained, as config.json is to say it: {@code cpu}, {@code cuda}
 */
public record TrainingData(Map<String, PolicyFeature> features, String device) {
    public TrainingData {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    /**
     * What a policy is given: the inputs that it was made for, or all that is observed (LeRobot 0.6, {@code policies/factory.py}). A
     * picture's size is the dataset's.
     *
     * @param wanted inputs of the policy's config; empty where it is made for this dataset
     * @throws ConfigException with every difference between the two
     */
    public Map<String, PolicyFeature> inputs(Map<String, PolicyFeature> wanted) {
        if (wanted.isEmpty()) {
            Map<String, PolicyFeature> observed = new LinkedHashMap<>(features);
            observed.values().removeIf(feature -> feature.type() == FeatureKind.ACTION);
            return observed;
        }
        List<String> differences = new ArrayList<>();
        Map<String, PolicyFeature> fitted = new LinkedHashMap<>();
        wanted.forEach((name, feature) -> {
            PolicyFeature there = features.get(name);
            if (there == null) {
                differences.add("it wants \"" + name + "\", which is not there");
            } else if (there.type() != feature.type()
                    || (there.type() != FeatureKind.VISUAL && !there.shape().equals(feature.shape()))) {
                differences.add("\"" + name + "\" is " + feature.type() + " " + feature.shape() + " for it, and "
                        + there.type() + " " + there.shape() + " there");
            } else {
                fitted.put(name, there);
            }
        });
        if (!differences.isEmpty()) {
            throw new ConfigException("The policy does not fit the dataset, which has " + features.keySet() + ":\n  "
                    + String.join("\n  ", differences)
                    + "\nOther names are given as --rename_map='{\"DATASET\": \"POLICY\"}'");
        }
        return fitted;
    }

    /** What a policy gives: the dataset's actions. */
    public Map<String, PolicyFeature> outputs() {
        Map<String, PolicyFeature> actions = new LinkedHashMap<>(features);
        actions.values().removeIf(feature -> feature.type() != FeatureKind.ACTION);
        return actions;
    }
}
