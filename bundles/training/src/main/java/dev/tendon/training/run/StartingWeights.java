/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.checkpoint.TrainingWeights;
import dev.tendon.nn.WeightSource;
import dev.tendon.training.pretrained.PublishedWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a network's weights begin with: a checkpoint's, else those that others published, else what is drawn. */
final class StartingWeights {
    private StartingWeights() {}

    static WeightSource of(TrainingWeights weights) throws IOException {
        List<LayeredWeights.Layer> layers = new ArrayList<>();
        weights.start().ifPresent(start -> layers.add(new LayeredWeights.Layer(start, "")));
        if (weights.pretrained().isPresent()) {
            TrainingWeights.Pretrained published = weights.pretrained().get();
            PublishedWeights here = new PublishedWeights(System.getenv(), Path.of(System.getProperty("user.home")));
            layers.add(new LayeredWeights.Layer(here.find(published.weights(), published.option()), published.scope()));
        }
        return new LayeredWeights(layers);
    }
}
