/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Layers;
import dev.tendon.nn.Network;
import dev.tendon.nn.Ops;
import dev.tendon.nn.Parameters;
import dev.tendon.nn.Port;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Tensor;
import dev.tendon.nn.WeightSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One linear layer, by name: {@code head} is there and fits, {@code wide} is there and does not, others are missing. */
record HeadNetwork(String layer) implements Network {
    static final List<Port> INPUTS = List.of(new Port("state", ElementKind.FLOAT32, Shape.of(1, 2)));

    @Override
    public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
        return Map.of(
                "action",
                new Layers<>(nn).linear(parameters.in(layer), inputs.get("state"), layer.equals("wide") ? 3 : 2));
    }

    /** Weights with {@code weight} [2, 2] in both layers. */
    static WeightSource weights(float[] weight) {
        Map<String, float[]> values = Map.of(
                "head.weight",
                weight,
                "head.bias",
                new float[] {0.5f, 0.25f},
                "wide.weight",
                weight,
                "wide.bias",
                new float[] {0, 0});
        return new WeightSource() {
            @Override
            public Set<String> names() {
                return values.keySet();
            }

            @Override
            public Shape shape(String name) {
                return name.endsWith("weight") ? Shape.of(2, 2) : Shape.of(2);
            }

            @Override
            public ByteBuffer float32(String name) {
                float[] numbers = values.get(name);
                ByteBuffer bytes =
                        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(numbers);
                return bytes;
            }
        };
    }
}
