/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the two files that say what is done before and after a network. Facts: LeRobot 0.6, {@code processor/pipeline.py}. */
enum ProcessorFile {
    PREPROCESSOR("policy_preprocessor.json"),
    POSTPROCESSOR("policy_postprocessor.json");

    /**
     * What a file says.
     *
     * @param renames new names by old
     * @param normalization what is done to each feature
     * @param statistics all that its steps keep
     */
    record Steps(Map<String, String> renames, Normalization normalization, Statistics statistics) {}

    private final String fileName;

    ProcessorFile(String fileName) {
        this.fileName = fileName;
    }

    /** Whether a checkpoint has such files. */
    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(PREPROCESSOR.fileName));
    }

    Steps read(Path folder) throws IOException {
        Path file = folder.resolve(fileName);
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(
                    file, "it is missing, though its sibling is there", "Copy the checkpoint again");
        }
        Map<String, String> renames = new HashMap<>();
        Map<String, Scale> scales = new HashMap<>();
        Statistics statistics = new Statistics();
        for (JsonNode step : steps(file)) {
            String name = step.path("registry_name").asText();
            JsonNode config = step.path("config");
            switch (name) {
                case "rename_observations_processor" -> config.path("rename_map")
                        .properties()
                        .forEach(entry ->
                                renames.put(entry.getKey(), entry.getValue().asText()));
                case "to_batch_processor", "device_processor" -> {
                    // Everything here has a batch axis, and the engine has its device.
                }
                case "normalizer_processor", "unnormalizer_processor" -> {
                    NormalizerStep normalizer = new NormalizerStep(folder, file, step);
                    Statistics own = normalizer.statistics();
                    scales.putAll(normalizer.scales(own, this == PREPROCESSOR));
                    own.features()
                            .forEach((feature, values) ->
                                    values.forEach((statistic, value) -> statistics.put(feature, statistic, value)));
                }
                default -> throw new CheckpointException(
                        file,
                        "the step \"" + name + "\" is not known here",
                        "Known are rename_observations_processor, to_batch_processor, device_processor, "
                                + "normalizer_processor and unnormalizer_processor");
            }
        }
        return new Steps(Map.copyOf(renames), new Normalization(scales), statistics);
    }

    private static List<JsonNode> steps(Path file) throws IOException {
        JsonNode steps = JsonFile.read(file).path("steps");
        if (!steps.isArray()) {
            throw new CheckpointException(file, "it has no list of steps", "Copy the checkpoint again");
        }
        List<JsonNode> list = new ArrayList<>();
        steps.forEach(list::add);
        return list;
    }
}
