/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * A network with what LeRobot does before and after it: its inputs and outputs are in the robot's own units.
 *
 * @param inner the network
 * @param before done to the inputs
 * @param after undone to the outputs
 */
public record NormalizedNetwork(Network inner, Normalization before, Normalization after) implements Network {
    @Override
    public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
        Map<String, T> scaled = new HashMap<>();
        inputs.forEach((name, input) -> scaled.put(name, before.normalize(nn, name, input)));
        Map<String, T> outputs = new HashMap<>();
        inner.apply(nn, parameters, scaled)
                .forEach((name, output) -> outputs.put(name, after.unnormalize(nn, name, output)));
        return outputs;
    }
}
