/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Init;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Port;
import dev.tendon.nn.Shape;
import dev.tendon.nn.train.InitialWeights;
import dev.tendon.nn.train.TrainingEngine;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.nn.train.TrainingRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns a straight line from the state, and the picture's mean, to the action, with gradients by hand: {@link LinePolicy}'s network, which is
 * not looked at. What is dropped depends on the seed: a factor on the prediction.
 */
final class LineEngine implements TrainingEngine {
    /** Of the pixels it looks at one in so many. */
    private static final int EVERY = 97;

    /** The loss is no number from so many steps on, where it is set. */
    long brokenFrom = Long.MAX_VALUE;

    final Map<String, Integer> prepared = new HashMap<>();

    @Override
    public List<String> devices() {
        return List.of("cpu");
    }

    @Override
    public TrainingProgram prepare(TrainingRequest request) throws IOException {
        prepared.merge(request.name(), 1, Integer::sum);
        return new Line(request);
    }

    private final class Line implements TrainingProgram {
        private final TrainingRequest request;
        private final Map<String, ByteBuffer> inputs = new HashMap<>();
        private final Map<String, FloatBuffer> values = new HashMap<>();
        private final Map<String, FloatBuffer> gradients = new HashMap<>();
        private final Map<String, Double> outputs = new HashMap<>();
        private final int states;
        private final int actions;
        private long steps;

        Line(TrainingRequest request) throws IOException {
            this.request = request;
            for (Port port : request.inputs()) {
                int size = (int) port.shape().elements() * (port.kind() == ElementKind.BOOL ? 1 : 4);
                inputs.put(port.name(), ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder()));
            }
            states = size("observation.state");
            actions = size("action");
            for (ParameterSpec parameter : parameters()) {
                FloatBuffer value = floats(parameter);
                if (request.weights().names().contains(parameter.name())) {
                    value.put(0, request.weights().float32(parameter.name()).asFloatBuffer(), 0, value.capacity());
                } else {
                    new InitialWeights(request.initSeed()).fill(parameter, value);
                }
                values.put(parameter.name(), value);
                gradients.put(parameter.name(), floats(parameter));
            }
        }

        private FloatBuffer floats(ParameterSpec parameter) {
            return ByteBuffer.allocateDirect((int) parameter.shape().elements() * 4)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        private int size(String port) {
            Shape shape = request.inputs().stream()
                    .filter(input -> input.name().equals(port))
                    .findFirst()
                    .orElseThrow()
                    .shape();
            return (int) shape.axis(-1);
        }

        @Override
        public List<Port> inputs() {
            return request.inputs();
        }

        @Override
        public List<Port> outputs() {
            return List.of(
                    new Port("loss", ElementKind.FLOAT32, Shape.of()),
                    new Port("plain_loss", ElementKind.FLOAT32, Shape.of()));
        }

        @Override
        public List<ParameterSpec> parameters() {
            return List.of(
                    new ParameterSpec("line.weight", Shape.of(actions, states), Init.fanIn(states), true),
                    new ParameterSpec("line.bias", Shape.of(actions), Init.ZEROS, true),
                    new ParameterSpec("look.weight", Shape.of(actions), Init.ONES, true),
                    new ParameterSpec("table", Shape.of(2), Init.ONES, false));
        }

        @Override
        public List<String> unusedWeights() {
            return List.of();
        }

        @Override
        public ByteBuffer bytes(String port) {
            return inputs.get(port).duplicate().order(ByteOrder.nativeOrder());
        }

        @Override
        public double output(String name) {
            return outputs.get(name);
        }

        @Override
        public void step(long seed) {
            run(1 + (seed & 0xff) * 1e-4f, true);
            if (++steps >= brokenFrom) {
                outputs.put("loss", Double.NaN);
            }
        }

        @Override
        public void evaluate() {
            run(1, false);
        }

        private void run(float factor, boolean learning) {
            FloatBuffer state = floats("observation.state");
            FloatBuffer action = floats("action");
            FloatBuffer noise = floats("noise");
            FloatBuffer picture = floats("observation.images.front");
            ByteBuffer pad = bytes("action_is_pad");
            int batch = state.capacity() / states;
            int chunk = action.capacity() / batch / actions;
            int pixels = picture.capacity() / batch;
            if (learning) {
                gradients.values().forEach(gradient -> {
                    for (int i = 0; i < gradient.capacity(); i++) {
                        gradient.put(i, 0);
                    }
                });
            }
            double sum = 0;
            int count = 0;
            for (int row = 0; row < batch; row++) {
                float seen = 0;
                for (int i = 0; i < pixels; i += EVERY) {
                    seen += picture.get(row * pixels + i) * EVERY / pixels;
                }
                for (int step = 0; step < chunk; step++) {
                    if (pad.get(row * chunk + step) != 0) {
                        continue;
                    }
                    for (int a = 0; a < actions; a++) {
                        float predicted = values.get("line.bias").get(a)
                                + noise.get(row) * 1e-3f
                                + seen * values.get("look.weight").get(a);
                        for (int s = 0; s < states; s++) {
                            predicted += values.get("line.weight").get(a * states + s) * state.get(row * states + s);
                        }
                        float error = predicted * factor - action.get((row * chunk + step) * actions + a);
                        sum += error * error;
                        count++;
                        if (learning) {
                            add("line.bias", a, 2 * error * factor);
                            add("look.weight", a, 2 * error * factor * seen);
                            for (int s = 0; s < states; s++) {
                                add("line.weight", a * states + s, 2 * error * factor * state.get(row * states + s));
                            }
                        }
                    }
                }
            }
            int all = Math.max(1, count);
            if (learning) {
                gradients.values().forEach(gradient -> {
                    for (int i = 0; i < gradient.capacity(); i++) {
                        gradient.put(i, gradient.get(i) / all);
                    }
                });
            }
            outputs.put("loss", (double) (float) (sum / all));
            outputs.put("plain_loss", (double) (float) (sum / all));
        }

        private void add(String parameter, int at, float value) {
            FloatBuffer gradient = gradients.get(parameter);
            gradient.put(at, gradient.get(at) + value);
        }

        @Override
        public FloatBuffer value(String parameter) {
            return values.get(parameter).duplicate();
        }

        @Override
        public FloatBuffer gradient(String parameter) {
            return parameter.equals("table") ? null : gradients.get(parameter).duplicate();
        }

        @Override
        public void close() {
            // nothing to free
        }
    }
}
