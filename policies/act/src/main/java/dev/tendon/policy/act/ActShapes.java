/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.nn.WeightSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a network's shape of its options and its weights. */
final class ActShapes {
    private static final String FIRST_CONVOLUTION = "model.backbone.conv1.weight";

    private ActShapes() {}

    /** The shape; the width of the network for pictures is that of the weights, where there are some. */
    static ActShape of(ActConfig config, Optional<WeightSource> weights) {
        List<String> cameras = config.inputFeatures().entrySet().stream()
                .filter(feature -> feature.getValue().type() == FeatureKind.VISUAL)
                .map(Map.Entry::getKey)
                .toList();
        int environment = size(config.inputFeatures(), ActModel.ENVIRONMENT);
        int action = size(config.outputFeatures(), ActModel.ACTION);
        if (cameras.isEmpty() && environment == 0) {
            throw new ConfigException("input_features: ACT needs a picture or " + ActModel.ENVIRONMENT + "; there is "
                    + config.inputFeatures().keySet());
        }
        if (action == 0) {
            throw new ConfigException("output_features: there is no \"" + ActModel.ACTION + "\" among "
                    + config.outputFeatures().keySet());
        }
        BackboneShape backbone = BackboneShape.of(config.visionBackbone(), config.replaceFinalStrideWithDilation());
        Optional<WeightSource> trained = weights.filter(source -> source.names().contains(FIRST_CONVOLUTION));
        if (trained.isPresent()) {
            backbone =
                    backbone.width((int) trained.get().shape(FIRST_CONVOLUTION).axis(0));
        }
        return new ActShape(
                config.chunkSize(),
                config.dimModel(),
                config.nHeads(),
                config.dimFeedforward(),
                config.feedforwardActivation().function(),
                config.nEncoderLayers(),
                config.nDecoderLayers(),
                config.preNorm(),
                config.useVae(),
                config.latentDim(),
                config.nVaeEncoderLayers(),
                config.dropout(),
                new ActShape.Ports(size(config.inputFeatures(), ActModel.STATE), environment, cameras, action),
                backbone);
    }

    private static int size(Map<String, PolicyFeature> features, String name) {
        PolicyFeature feature = features.get(name);
        if (feature == null) {
            return 0;
        }
        if (feature.shape().size() != 1) {
            throw new ConfigException(
                    "\"" + name + "\" has the shape " + feature.shape() + "; ACT takes a list of numbers");
        }
        return feature.shape().get(0);
    }
}
