/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import dev.tendon.nn.Init;
import dev.tendon.nn.Layers;
import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Tensor;
import dev.tendon.nn.WeightSource;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/** One hidden layer that is to say y of x, by the mean square of its error; and a parameter that has no part in it. */
record Regression(double dropout, String output) implements Network {
    static final int BATCH = 256;
    static final WeightSource NO_WEIGHTS = new WeightSource() {
        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public Shape shape(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public ByteBuffer float32(String name) {
            throw new IllegalArgumentException(name);
        }
    };

    private static final int WIDTH = 512;

    @Override
    public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
        Layers<T> layers = new Layers<>(nn);
        T hidden = nn.relu(layers.linear(parameters.in("hidden"), inputs.get("x"), WIDTH));
        T said = layers.linear(parameters.in("head"), nn.dropout(hidden, dropout), 1);
        T unused = parameters.in("unused").get("weight", Init.ONES, 4);
        T error = nn.subtract(said, inputs.get("y"));
        T loss = nn.reshape(nn.mean(nn.multiply(error, error), 0, 1));
        return Map.of(output, loss, "other", nn.reshape(nn.sum(unused, 0)));
    }
}
