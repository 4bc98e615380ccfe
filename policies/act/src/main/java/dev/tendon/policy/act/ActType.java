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
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.checkpoint.TrainablePolicy;
import dev.tendon.checkpoint.TrainingData;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.nn.InferenceEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code --policy.type=act}, and LeRobot's checkpoints of that type. Thread: any. */
@Component(service = PolicyType.class)
@Choice(value = "act", description = "ACT: predicts a chunk of actions from pictures and pose")
public final class ActType implements TrainablePolicy<ActConfig> {
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

    @Override
    public PolicyModel model(ActConfig config) throws IOException {
        return ActCheckpoint.open(config);
    }

    @Override
    public TrainingModel training(ActConfig config, TrainingData data) throws IOException {
        return ActTraining.of(config, data);
    }

    private Policy load(ActConfig config, PolicyContext context) throws IOException {
        ActCheckpoint act = ActCheckpoint.open(config);
        RobotFit fit = RobotFit.of(act.shape().ports(), config, act.checkpoint().renames(), context);
        String device = device(config, act.checkpoint());
        return new ActPolicy(
                act.shape(),
                fit,
                config.nActionSteps(),
                act.ensembler(),
                act.usualActions(),
                engine,
                act.request(device, true));
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
        String advice = engine.advice(wanted);
        throw new ConfigException("--policy.device=" + wanted + " is not here; there are " + there
                + (advice.isEmpty() ? "" : ". " + advice));
    }
}
