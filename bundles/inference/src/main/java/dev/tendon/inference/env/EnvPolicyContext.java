/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import dev.tendon.api.env.Env;
import dev.tendon.api.feature.Dtype;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a policy is told of an environment. Thread: any. */
record EnvPolicyContext(Features observationFeatures, Features actionFeatures, double fps, String task, Clock clock)
        implements PolicyContext {
    private static final String PICTURES = "observation.images.";

    /** @param renames the policy's names of pictures by the environment's, as whole keys */
    EnvPolicyContext(Env env, Map<String, String> renames) {
        this(
                renamed(env.observationFeatures(), renames),
                env.actionFeatures(),
                env.fps(),
                env.task(),
                new SimulatedClock(0));
    }

    /** In the same order, so that the slots stay. */
    private static Features renamed(Features features, Map<String, String> renames) {
        List<Feature> list = new ArrayList<>();
        for (Feature feature : features.list()) {
            String key = PICTURES + feature.name();
            String name = renames.getOrDefault(key, renames.getOrDefault(feature.name(), key));
            boolean picture = feature.dtype() == Dtype.IMAGE && !name.equals(key);
            list.add(
                    picture
                            ? Feature.image(
                                    name.startsWith(PICTURES) ? name.substring(PICTURES.length()) : name,
                                    feature.shape().get(0),
                                    feature.shape().get(1),
                                    feature.shape().get(2))
                            : feature);
        }
        return Features.of(list);
    }
}
