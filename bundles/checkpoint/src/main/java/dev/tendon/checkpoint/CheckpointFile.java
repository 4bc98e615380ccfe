/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.api.json.PythonJson;
import dev.tendon.safetensors.SafeTensorsWriter;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of LeRobot's {@code pretrained_model}, ready to be written.
 *
 * @param name its name in the folder
 * @param writing writes it
 */
public record CheckpointFile(String name, Writing writing) {
    private static final int CONFIG_INDENT = 4;
    private static final int STEPS_INDENT = 2;

    /** How a file is written. */
    @FunctionalInterface
    public interface Writing {
        /** Writes a new file; what is not durable yet its caller syncs. */
        void to(Path file) throws IOException;
    }

    /** A file of text. */
    public static CheckpointFile text(String name, String text) {
        return new CheckpointFile(
                name,
                file -> Files.writeString(
                        file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /**
     * All files of a policy, byte for byte as LeRobot 0.6 writes them ({@code policies/pretrained.py}, {@code processor/pipeline.py}).
     *
     * @param weights by LeRobot's names
     */
    public static List<CheckpointFile> of(
            TrainedPolicy policy, Statistics statistics, Map<String, String> renames, Collection<Tensor> weights) {
        List<CheckpointFile> files = new ArrayList<>();
        files.add(text(Checkpoint.CONFIG, PythonJson.ascii(policy.config(), CONFIG_INDENT)));
        files.add(new CheckpointFile(
                Checkpoint.WEIGHTS, file -> SafeTensorsWriter.write(file, Map.of("format", "pt"), weights)));
        ProcessorSteps steps = policy.processors().with(statistics, renames);
        pipeline("policy_preprocessor", steps.before(), files);
        pipeline("policy_postprocessor", steps.after(), files);
        return List.copyOf(files);
    }

    private static void pipeline(String name, List<ProcessorSteps.Step> steps, List<CheckpointFile> files) {
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            ProcessorSteps.Step step = steps.get(i);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("registry_name", step.name());
            entry.put("config", step.config());
            if (step.state().isPresent()) {
                String stateFile = name + "_step_" + i + "_" + step.name() + ".safetensors";
                entry.put("state_file", stateFile);
                List<Tensor> state = tensors(step.state().get());
                files.add(new CheckpointFile(stateFile, file -> SafeTensorsWriter.write(file, Map.of(), state)));
            }
            entries.add(entry);
        }
        Map<String, Object> pipeline = new LinkedHashMap<>();
        pipeline.put("name", name);
        pipeline.put("steps", entries);
        files.add(text(name + ".json", PythonJson.ascii(pipeline, STEPS_INDENT)));
    }

    private static List<Tensor> tensors(Statistics statistics) {
        List<Tensor> tensors = new ArrayList<>();
        statistics
                .features()
                .forEach((feature, values) -> values.forEach((statistic, value) -> tensors.add(
                        Tensor.of(feature + "." + statistic, value.shape().toArray(), value.numbers()))));
        return tensors;
    }
}
