/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.checkpoint.Checkpoint;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.NormalizationMode;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.Network;
import dev.tendon.nn.Port;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code --policy.type=act}, and LeRobot's checkpoints of that type. Thread: any. */
@Component
@Choice(value = "act", description = "ACT: predicts a chunk of actions from pictures and pose")
public final class ActType implements PolicyType<ActConfig> {
    private static final Logger LOG = LoggerFactory.getLogger(ActType.class);
    private static final String AUTO = "auto";

    private final InferenceEngine engine;

    @Activate
    public ActType(@Reference(target = "(" + InferenceEngine.NAME + "=onnx)") InferenceEngine engine) {
        this.engine = engine;
    }

    @Override
    public Class<ActConfig> configType() {
        return ActConfig.class;
    }

    @Override
    public Policy create(ActConfig config, PolicyContext context) {
        try {
            return load(config, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private Policy load(ActConfig config, PolicyContext context) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(config.pretrainedPath()
                .orElseThrow(() -> new ConfigException(
                        "ACT has no weights of its own. Name a checkpoint: --policy.path=…/pretrained_model")));
        ActShape shape = ActShapes.of(config, checkpoint.weights());
        RobotFit fit = RobotFit.of(shape.ports(), config, checkpoint.renames(), context);
        Map<String, PolicyFeature> features = new HashMap<>(config.inputFeatures());
        features.putAll(config.outputFeatures());
        Network network = checkpoint.around(new ActInference(shape), modes(config), features);
        ProgramRequest request = new ProgramRequest(
                "act", network, checkpoint.weights(), ports(config), device(config, checkpoint), 0, true);
        Optional<TemporalEnsembler> ensembler = config.temporalEnsembleCoeff()
                .map(c -> new TemporalEnsembler(c, shape.chunk(), shape.ports().action()));
        return new ActPolicy(shape, fit, config.nActionSteps(), ensembler, engine, request);
    }

    /**
     * The device asked for. One that is not there is a mistake where the user names it; where only the checkpoint does, because it
     * was trained elsewhere, the best that is there is taken. Rule: LeRobot 0.6, {@code configs/policies.py}.
     */
    private String device(ActConfig config, Checkpoint checkpoint) throws IOException {
        List<String> there = engine.devices();
        String best = there.get(there.size() - 1);
        String wanted = config.device().orElse(AUTO);
        String kind = wanted.replaceAll(":\\d+$", "");
        if (wanted.equals(AUTO)) {
            return best;
        } else if (there.contains(kind)) {
            return wanted;
        } else if (config.device().equals(checkpoint.device())) {
            LOG.warn("{} was trained on {}, which is not here; it runs on {}", checkpoint.folder(), wanted, best);
            return best;
        }
        throw new ConfigException("--policy.device=" + wanted + " is not here; there are " + there);
    }

    private static Map<FeatureKind, NormalizationMode> modes(ActConfig config) {
        Map<FeatureKind, NormalizationMode> modes = new EnumMap<>(FeatureKind.class);
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

    /** What it is given: one of each, with a batch of 1. */
    private static List<Port> ports(ActConfig config) {
        List<Port> ports = new ArrayList<>();
        config.inputFeatures().forEach((name, feature) -> {
            long[] shape = new long[feature.shape().size() + 1];
            shape[0] = 1;
            for (int axis = 1; axis < shape.length; axis++) {
                shape[axis] = feature.shape().get(axis - 1);
            }
            ports.add(new Port(name, ElementKind.FLOAT32, Shape.of(shape)));
        });
        return ports;
    }
}
