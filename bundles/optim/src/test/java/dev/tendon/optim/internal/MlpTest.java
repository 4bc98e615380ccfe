/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.nn.Shape;
import dev.tendon.optim.Lanes;
import dev.tendon.optim.Optimizer;
import dev.tendon.optim.ParameterGroup;
import dev.tendon.optim.Schedule;
import dev.tendon.optim.TrainedParameter;
import dev.tendon.safetensors.SafeTensors;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three steps of a small network, its gradients computed here in double precision: weights, norms and files as LeRobot's. */
class MlpTest {
    private static final int ROWS = 5;
    private static final int IN = 3;
    private static final int HIDDEN = 4;
    private static final int OUT = 2;

    private final Path golden = Golden.folder("mlp");
    private final Map<String, TrainedParameter> parameters = new LinkedHashMap<>();
    private final Map<String, FloatBuffer> gradients = new LinkedHashMap<>();

    @Test
    void trainsAsInLeRobot(@TempDir Path folder) throws IOException {
        SafeTensors init = SafeTensors.open(golden.resolve("init.safetensors"));
        for (String key : List.of("0.weight", "0.bias", "2.weight", "2.bias")) {
            var tensor = init.tensor(key);
            gradients.put(key, Golden.direct(new float[tensor.elements()]));
            parameters.put(
                    key,
                    new TrainedParameter(
                            key, Shape.of(tensor.shape()), Golden.direct(tensor.floats()), () -> gradients.get(key)));
        }
        List<TrainedParameter> all = List.copyOf(parameters.values());
        List<?> log = (List<?>) StateJson.read(golden.resolve("log.json"));
        try (Lanes lanes = new Lanes(1)) {
            Optimizer optimizer = new AdamWType()
                    .create(
                            new AdamWConfig(1e-3, 1e-2, 0.5, List.of(0.9, 0.999), 1e-8),
                            List.of(
                                    new ParameterGroup("first", all.subList(0, 2)),
                                    new ParameterGroup("second", all.subList(2, 4)).withRate(1e-4)),
                            lanes);
            Schedule schedule = Schedule.start(
                    new CosineDecayType().create(new CosineDecayConfig(2, 10, 1e-3, 1e-5), 100, 1e-3), optimizer);
            for (Object step : log) {
                double loss =
                        backward(init.tensor("x").floats(), init.tensor("y").floats());
                assertThat(loss).isCloseTo(number(step, "loss"), within(1e-7));
                assertThat(optimizer.clip()).isCloseTo(number(step, "gn"), within(2e-7));
                optimizer.step();
                schedule.advance();
            }
            optimizer.save(folder);
            schedule.save(folder);
        }

        SafeTensors after = SafeTensors.open(golden.resolve("after3.safetensors"));
        for (TrainedParameter parameter : all) {
            float[] wanted = after.tensor(parameter.name()).floats();
            for (int i = 0; i < wanted.length; i++) {
                assertThat((double) parameter.value().get(i)).isCloseTo(wanted[i], within(2e-7));
            }
        }
        for (String file : List.of("optimizer_param_groups.json", "scheduler_state.json")) {
            assertThat(folder.resolve(file)).hasSameBinaryContentAs(golden.resolve(file));
        }
    }

    private static double number(Object map, String key) {
        return ((Number) ((Map<?, ?>) map).get(key)).doubleValue();
    }

    /** Mean squared error of linear, ReLU, linear on five rows; fills the gradients. */
    private double backward(float[] x, float[] y) {
        gradients.values().forEach(gradient -> {
            for (int i = 0; i < gradient.limit(); i++) {
                gradient.put(i, 0);
            }
        });
        double loss = 0;
        for (int row = 0; row < ROWS; row++) {
            double[] hidden = new double[HIDDEN];
            for (int h = 0; h < HIDDEN; h++) {
                hidden[h] = value("0.bias", h);
                for (int i = 0; i < IN; i++) {
                    hidden[h] += value("0.weight", h * IN + i) * x[row * IN + i];
                }
            }
            double[] flow = new double[HIDDEN];
            for (int o = 0; o < OUT; o++) {
                double error = value("2.bias", o) - y[row * OUT + o];
                for (int h = 0; h < HIDDEN; h++) {
                    error += value("2.weight", o * HIDDEN + h) * Math.max(0, hidden[h]);
                }
                loss += error * error / (ROWS * OUT);
                double slope = 2 * error / (ROWS * OUT);
                add("2.bias", o, slope);
                for (int h = 0; h < HIDDEN; h++) {
                    add("2.weight", o * HIDDEN + h, slope * Math.max(0, hidden[h]));
                    flow[h] += hidden[h] > 0 ? slope * value("2.weight", o * HIDDEN + h) : 0;
                }
            }
            for (int h = 0; h < HIDDEN; h++) {
                add("0.bias", h, flow[h]);
                for (int i = 0; i < IN; i++) {
                    add("0.weight", h * IN + i, flow[h] * x[row * IN + i]);
                }
            }
        }
        return loss;
    }

    private double value(String key, int index) {
        return parameters.get(key).value().get(index);
    }

    private void add(String key, int index, double slope) {
        FloatBuffer gradient = gradients.get(key);
        gradient.put(index, (float) (gradient.get(index) + slope));
    }
}
