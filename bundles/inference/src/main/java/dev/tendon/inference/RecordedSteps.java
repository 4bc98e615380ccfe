/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Observations in a file, by step: {@code 0/observation.state}. Immutable. Thread: any. */
final class RecordedSteps {
    private final SafeTensors file;
    private final Map<String, PolicyFeature> features;
    private final int count;

    private RecordedSteps(SafeTensors file, Map<String, PolicyFeature> features, int count) {
        this.file = file;
        this.features = features;
        this.count = count;
    }

    /**
     * Opens {@code path}, whose steps have {@code features}.
     *
     * @throws ConfigException where there is no such file, or no step in it
     */
    static RecordedSteps open(Path path, Map<String, PolicyFeature> features) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new ConfigException("--inputs: there is no file " + path);
        }
        SafeTensors file = SafeTensors.open(path);
        int count = 0;
        while (has(file, count)) {
            count++;
        }
        if (count == 0) {
            throw new ConfigException("--inputs: " + path
                    + " has no step 0. Its tensors are named STEP/FEATURE, such as " + "0/observation.state; it has "
                    + file.names().stream().limit(3).toList());
        }
        return new RecordedSteps(file, features, count);
    }

    private static boolean has(SafeTensors file, int step) {
        return file.names().stream().anyMatch(name -> name.startsWith(step + "/"));
    }

    int count() {
        return count;
    }

    /**
     * The numbers of step {@code step}.
     *
     * @throws ConfigException where it lacks a feature, or one has another shape
     */
    Map<String, float[]> observation(int step) throws IOException {
        Map<String, float[]> observation = new HashMap<>();
        for (Map.Entry<String, PolicyFeature> feature : features.entrySet()) {
            String name = step + "/" + feature.getKey();
            if (!file.names().contains(name)) {
                throw new ConfigException("--inputs: step " + step + " has no \"" + feature.getKey()
                        + "\"; the policy is given " + features.keySet());
            }
            Tensor tensor = file.tensor(name);
            long[] wanted = new long[feature.getValue().shape().size() + 1];
            wanted[0] = 1;
            for (int axis = 1; axis < wanted.length; axis++) {
                wanted[axis] = feature.getValue().shape().get(axis - 1);
            }
            if (!Arrays.equals(tensor.shape(), wanted)) {
                throw new ConfigException("--inputs: \"" + tensor + "\" should have the shape "
                        + Arrays.toString(wanted) + ", a batch of one");
            }
            observation.put(feature.getKey(), tensor.floats());
        }
        return observation;
    }
}
