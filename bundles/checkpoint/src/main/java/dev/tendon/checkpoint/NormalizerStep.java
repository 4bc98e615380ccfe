/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.nn.Shape;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A normalizing or unnormalizing step: LeRobot 0.6, {@code processor/normalize_processor.py}. */
final class NormalizerStep {
    private static final Set<String> KNOWN = Set.of("eps", "features", "norm_map", "normalize_observation_keys");
    private static final String AGAIN = "Copy the checkpoint again";

    private final Path folder;
    private final Path file;
    private final JsonNode step;
    private final JsonNode config;

    NormalizerStep(Path folder, Path file, JsonNode step) {
        this.folder = folder;
        this.file = file;
        this.step = step;
        this.config = step.path("config");
    }

    /**
     * What it does.
     *
     * @param statistics its own
     * @param observations whether it is for what is observed, and not for actions
     */
    Map<String, Scale> scales(Statistics statistics, boolean observations) throws IOException {
        Set<String> unknown = new TreeSet<>();
        config.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new CheckpointException(
                    file, "its normalization has the unknown options " + unknown, "Known are " + new TreeSet<>(KNOWN));
        }
        Map<FeatureKind, NormalizationMode> modes = modes();
        JsonNode keys = config.path("normalize_observation_keys");
        Map<String, Scale> scales = new HashMap<>();
        for (Map.Entry<String, JsonNode> feature : config.path("features").properties()) {
            FeatureKind kind =
                    constant(FeatureKind.class, feature.getValue().path("type").asText());
            NormalizationMode mode = modes.getOrDefault(kind, NormalizationMode.IDENTITY);
            boolean listed = !keys.isArray() || contains(keys, feature.getKey());
            if ((kind != FeatureKind.ACTION) == observations
                    && mode != NormalizationMode.IDENTITY
                    && (!observations || listed)
                    && statistics.has(feature.getKey())) {
                float epsilon = (float) config.path("eps").asDouble(1e-8);
                scales.put(
                        feature.getKey(),
                        new ScaleRules(file, statistics, epsilon, false).scale(feature.getKey(), mode));
            }
        }
        return scales;
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode node : list) {
            if (node.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private Map<FeatureKind, NormalizationMode> modes() throws CheckpointException {
        Map<FeatureKind, NormalizationMode> modes = new EnumMap<>(FeatureKind.class);
        for (Map.Entry<String, JsonNode> entry : config.path("norm_map").properties()) {
            modes.put(
                    constant(FeatureKind.class, entry.getKey()),
                    constant(NormalizationMode.class, entry.getValue().asText()));
        }
        return modes;
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name) throws CheckpointException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new CheckpointException(
                file, "\"" + name + "\" is not known", "Known are " + Arrays.toString(type.getEnumConstants()));
    }

    /** Names are {@code FEATURE.STATISTIC}; a picture's may be flat and are then one a channel. */
    Statistics statistics() throws IOException {
        Statistics statistics = new Statistics();
        String name = step.path("state_file").asText();
        if (name.isEmpty()) {
            return statistics;
        }
        Path stateFile = folder.resolve(name).normalize();
        if (!folder.normalize().equals(stateFile.getParent())) {
            throw new CheckpointException(file, "its state_file \"" + name + "\" leads out of the folder", AGAIN);
        }
        SafeTensors state = SafeTensors.open(stateFile);
        for (String key : state.names()) {
            int dot = key.lastIndexOf('.');
            if (dot < 0) {
                throw new CheckpointException(stateFile, "\"" + key + "\" names no statistic", AGAIN);
            }
            Tensor tensor = state.tensor(key);
            String feature = key.substring(0, dot);
            statistics.put(
                    feature, key.substring(dot + 1), new Statistics.Values(shape(feature, tensor), tensor.floats()));
        }
        return statistics;
    }

    private Shape shape(String feature, Tensor tensor) {
        Shape shape = Shape.of(tensor.shape());
        boolean picture =
                config.path("features").path(feature).path("type").asText().equals(FeatureKind.VISUAL.name());
        return picture && shape.rank() == 1 ? Shape.of(shape.axis(0), 1, 1) : shape;
    }
}
