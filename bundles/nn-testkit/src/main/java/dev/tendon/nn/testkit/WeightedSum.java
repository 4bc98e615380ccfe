/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.testkit;

import dev.tendon.nn.Init;
import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An operation as something to differentiate: the sum of its result's elements, each with a weight of its own. The inputs named in {@code
 * moved} are parameters, so that there are gradients for them as well.
 */
record WeightedSum(Network operation, Map<String, Shape> moved) implements Network {
    /** Before the name of an input that became a parameter. */
    static final String INPUT = "in.";

    @Override
    public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
        Map<String, T> all = new HashMap<>(inputs);
        moved.forEach((name, shape) -> all.put(name, parameters.get(INPUT + name, Init.ZEROS, shape.toArray())));
        T result = operation.apply(nn, parameters, all).get("y");
        int elements = Math.toIntExact(result.shape().elements());
        float[] weights = new float[elements];
        IntStream.range(0, elements).forEach(i -> weights[i] = (float) Math.sin(1 + 2.0 * i));
        T flat = nn.reshape(result, elements);
        return Map.of("loss", nn.reshape(nn.sum(nn.multiply(flat, nn.constant(weights, elements)), 0)));
    }
}
