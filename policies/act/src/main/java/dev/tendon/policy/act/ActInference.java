/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Tensor;
import java.util.Map;

/** ACT as it runs on a robot: the latent is its prior's mean, zero. Output {@code action} [batch, chunk, action], normalised. */
record ActInference(ActShape shape) implements Network {
    @Override
    public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
        long batch = inputs.values().iterator().next().shape().axis(0);
        T latent = nn.full(0, batch, shape.latent());
        return Map.of(ActModel.ACTION, new ActModel<>(nn, parameters, shape).actions(inputs, latent));
    }
}
