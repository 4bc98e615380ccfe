/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.checkpoint.ActionSelector;
import dev.tendon.checkpoint.Checkpoint;
import dev.tendon.checkpoint.CheckpointPolicy;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Layers;
import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A policy that plans three actions by one linear layer over a state of six numbers. */
public final class ChunkType implements CheckpointPolicy<ChunkType.Config> {
    private static final String STATE = "observation.state";
    private static final int JOINTS = 6;
    private static final int CHUNK = 3;

    /** Its options. */
    public record Config(Path pretrainedPath) {}

    @Override
    public Class<Config> configType() {
        return Config.class;
    }

    @Override
    public Policy create(Config config, PolicyContext context) {
        throw new UnsupportedOperationException("No robot here");
    }

    @Override
    public PolicyModel model(Config config) throws IOException {
        return new Model(Checkpoint.open(config.pretrainedPath()));
    }

    private record Head() implements Network {
        @Override
        public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
            T flat = new Layers<>(nn).linear(parameters.in("head"), inputs.get(STATE), CHUNK * JOINTS);
            return Map.of("action", nn.reshape(flat, 1, CHUNK, JOINTS));
        }
    }

    private record Model(Checkpoint checkpoint) implements PolicyModel {
        @Override
        public Map<String, PolicyFeature> inputs() {
            return Map.of(STATE, new PolicyFeature(FeatureKind.STATE, List.of(JOINTS)));
        }

        @Override
        public Map<String, PolicyFeature> outputs() {
            return Map.of("action", new PolicyFeature(FeatureKind.ACTION, List.of(JOINTS)));
        }

        @Override
        public int chunkSize() {
            return CHUNK;
        }

        @Override
        public int actionSteps() {
            return 2;
        }

        @Override
        public ProgramRequest request(String device, boolean kept) {
            Port state = new Port(STATE, ElementKind.FLOAT32, Shape.of(1, JOINTS));
            return new ProgramRequest("chunk", new Head(), checkpoint.weights(), List.of(state), device, 1, false);
        }

        @Override
        public ActionSelector selector(Program program) {
            throw new UnsupportedOperationException("Nobody acts here");
        }
    }
}
