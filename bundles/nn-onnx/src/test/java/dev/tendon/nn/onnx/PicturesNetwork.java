/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.ConvSettings;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A small network of everything that becomes integers: a residual block after a pooling, then attention and a wide layer. */
record PicturesNetwork() implements Network {
    static final List<Port> INPUTS = List.of(new Port("picture", ElementKind.FLOAT32, Shape.of(1, 3, 32, 32)));
    private static final ConvSettings PLAIN = ConvSettings.plain();
    private static final int WIDTH = 128;

    @Override
    public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
        Layers<T> layers = new Layers<>(nn);
        T x = layers.conv(
                parameters.in("stem"),
                inputs.get("picture"),
                16,
                7,
                PLAIN.stride(2).padding(3),
                false);
        x = nn.relu(layers.frozenBatchNorm(parameters.in("norm"), x, 1e-5));
        x = nn.maxPool(x, 3, PLAIN.stride(2).padding(1));
        T y = nn.relu(layers.frozenBatchNorm(
                parameters.in("norm1"), layers.conv(parameters.in("conv1"), x, 16, 3, PLAIN.padding(1), false), 1e-5));
        y = layers.frozenBatchNorm(
                parameters.in("norm2"), layers.conv(parameters.in("conv2"), y, 16, 3, PLAIN.padding(1), false), 1e-5);
        x = nn.relu(nn.add(y, x));
        x = layers.conv(parameters.in("project"), x, WIDTH, 1, PLAIN, true);
        T tokens = nn.permute(nn.reshape(x, 1, WIDTH, -1), 0, 2, 1);
        tokens = layers.multiHeadAttention(parameters.in("attention"), tokens, tokens, tokens, 4, null, 0);
        T wide = nn.relu(layers.linear(parameters.in("wide"), tokens, 2 * WIDTH));
        return Map.of("action", layers.linear(parameters.in("head"), wide, 6));
    }

    /** Any numbers of their size. */
    static WeightSource weights() {
        Map<String, Shape> shapes = new HashMap<>();
        new PicturesNetwork()
                .apply(
                        new OnnxOps(new Graph("shapes")),
                        new Parameters<Value>(spec -> {
                            shapes.put(spec.name(), spec.shape());
                            return new Value(spec.name(), spec.shape(), ElementKind.FLOAT32, spec.name());
                        }),
                        Map.of("picture", new Value("picture", INPUTS.get(0).shape(), ElementKind.FLOAT32, "picture")));
        return new Random0(shapes);
    }

    private record Random0(Map<String, Shape> shapes) implements WeightSource {
        @Override
        public Set<String> names() {
            return shapes.keySet();
        }

        @Override
        public Shape shape(String name) {
            return shapes.get(name);
        }

        @Override
        public ByteBuffer float32(String name) {
            Random random = new Random(name.hashCode());
            Shape shape = shapes.get(name);
            int size = (int) shape.elements();
            ByteBuffer bytes = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            double fan = Math.sqrt((double) size / shape.axis(0));
            for (int i = 0; i < size; i++) {
                double value = random.nextGaussian() / fan;
                bytes.putFloat(i * Float.BYTES, (float) (name.endsWith("running_var") ? 0.5 + value * value : value));
            }
            return bytes;
        }
    }
}
