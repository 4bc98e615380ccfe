/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.ActionSelector;
import dev.tendon.checkpoint.Checkpoint;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.NormalizationMode;
import dev.tendon.checkpoint.NormalizedNetwork;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.checkpoint.ValueRange;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A checkpoint of ACT, and the network that it is for. */
final class ActCheckpoint implements PolicyModel {
    private final ActConfig config;
    private final Checkpoint checkpoint;
    private final ActShape shape;
    private final NormalizedNetwork network;

    private ActCheckpoint(ActConfig config, Checkpoint checkpoint, ActShape shape, NormalizedNetwork network) {
        this.config = config;
        this.checkpoint = checkpoint;
        this.shape = shape;
        this.network = network;
    }

    /** Opens the checkpoint that {@code config} names. */
    static ActCheckpoint open(ActConfig config) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(config.pretrainedPath()
                .orElseThrow(() -> new ConfigException(
                        "ACT has no weights of its own. Name a checkpoint: --policy.path=…/pretrained_model")));
        ActShape shape = ActShapes.of(config, Optional.of(checkpoint.weights()));
        Map<String, PolicyFeature> features = new HashMap<>(config.inputFeatures());
        features.putAll(config.outputFeatures());
        return new ActCheckpoint(
                config, checkpoint, shape, checkpoint.around(new ActInference(shape), modes(config), features));
    }

    /** How each kind of feature is normalised, in the config's order. */
    static Map<FeatureKind, NormalizationMode> modes(ActConfig config) {
        Map<FeatureKind, NormalizationMode> modes = new LinkedHashMap<>();
        config.normalizationMapping().forEach((kind, mode) -> {
            try {
                modes.put(FeatureKind.valueOf(kind), mode);
            } catch (IllegalArgumentException e) {
                throw new ConfigException("normalization_mapping: \"" + kind + "\" is no kind of feature; there are "
                        + List.of(FeatureKind.values()));
            }
        });
        return modes;
    }

    ActShape shape() {
        return shape;
    }

    @Override
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    @Override
    public Map<String, PolicyFeature> inputs() {
        return config.inputFeatures();
    }

    @Override
    public Map<String, PolicyFeature> outputs() {
        return config.outputFeatures();
    }

    @Override
    public int chunkSize() {
        return shape.chunk();
    }

    @Override
    public int actionSteps() {
        return config.nActionSteps();
    }

    @Override
    public ProgramRequest request(String device, boolean kept) {
        List<Port> ports = new ArrayList<>();
        config.inputFeatures().forEach((name, feature) -> {
            long[] axes = new long[feature.shape().size() + 1];
            axes[0] = 1;
            for (int axis = 1; axis < axes.length; axis++) {
                axes[axis] = feature.shape().get(axis - 1);
            }
            ports.add(new Port(name, ElementKind.FLOAT32, Shape.of(axes)));
        });
        return new ProgramRequest("act", network, checkpoint.weights(), ports, device, 0, config.precision(), kept);
    }

    /** The usual actions in training, where the checkpoint tells. */
    Optional<ValueRange> usualActions() {
        return network.after().usual(ActModel.ACTION);
    }

    /** Weighs all predictions for a tick, where that is asked for. */
    Optional<TemporalEnsembler> ensembler() {
        return config.temporalEnsembleCoeff()
                .map(coefficient -> new TemporalEnsembler(
                        coefficient, shape.chunk(), shape.ports().action()));
    }

    @Override
    public ActionSelector selector(Program program) {
        return new ActSelector(shape, config.nActionSteps(), ensembler(), program);
    }
}
