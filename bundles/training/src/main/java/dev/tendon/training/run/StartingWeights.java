/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.TrainingWeights;
import dev.tendon.nn.WeightSource;
import java.util.ArrayList;
import java.util.List;

/** What a network's weights begin with: a checkpoint's, else those that others published, else what is drawn. */
final class StartingWeights {
    private StartingWeights() {}

    static WeightSource of(TrainingWeights weights) {
        List<LayeredWeights.Layer> layers = new ArrayList<>();
        weights.start().ifPresent(start -> layers.add(new LayeredWeights.Layer(start, "")));
        weights.pretrained()
                .ifPresent(published -> layers.add(new LayeredWeights.Layer(find(published), published.scope())));
        return new LayeredWeights(layers);
    }

    private static WeightSource find(TrainingWeights.Pretrained published) {
        throw new ConfigException(published.option() + "=" + published.weights()
                + ": published weights cannot be read yet. Give null to begin without");
    }
}
