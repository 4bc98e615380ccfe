/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.nn.Shape;
import dev.tendon.optim.TrainedParameter;
import dev.tendon.safetensors.SafeTensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A training that LeRobot made, parameter by parameter: see {@code golden/README.md}. */
final class Golden {
    final Path folder;
    final SafeTensors steps;
    final Map<String, TrainedParameter> parameters = new LinkedHashMap<>();
    private int step = -1;

    Golden(String name) throws IOException {
        folder = folder(name);
        steps = SafeTensors.open(folder.resolve("steps.safetensors"));
        for (String key : List.of("vlm.weight", "soft_prompt", "head.bias", "head.unused")) {
            var init = steps.tensor("init/" + key);
            parameters.put(
                    key, new TrainedParameter(key, Shape.of(init.shape()), direct(init.floats()), () -> gradient(key)));
        }
    }

    static Path folder(String name) {
        try {
            return Path.of(Golden.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static FloatBuffer direct(float[] values) {
        return ByteBuffer.allocateDirect(values.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(values)
                .flip();
    }

    void go(int to) {
        step = to;
    }

    private @Nullable FloatBuffer gradient(String key) {
        String name = "gradient" + step + "/" + key;
        try {
            return steps.names().contains(name) ? direct(steps.tensor(name).floats()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double norm(int at) throws IOException {
        return steps.tensor("norms").doubles()[at];
    }

    float[] after(int done, String key) throws IOException {
        return steps.tensor("after" + done + "/" + key).floats();
    }

    float[] now(String key) {
        FloatBuffer value = parameters.get(key).value();
        float[] values = new float[value.limit()];
        value.get(0, values);
        return values;
    }
}
