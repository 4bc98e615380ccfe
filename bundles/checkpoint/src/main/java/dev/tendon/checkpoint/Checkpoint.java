/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.api.option.ConfigException;
import dev.tendon.nn.Network;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.WeightSource;
import dev.tendon.safetensors.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A checkpoint in a folder, LeRobot's {@code pretrained_model}. Immutable. Thread: any. */
public final class Checkpoint {
    static final String WEIGHTS = "model.safetensors";
    static final String CONFIG = "config.json";

    private final Path folder;
    private final SafeTensors file;
    private final WeightSource weights;

    private Checkpoint(Path folder, SafeTensors file, WeightSource weights) {
        this.folder = folder;
        this.file = file;
        this.weights = weights;
    }

    /**
     * Opens the checkpoint in {@code folder}; its weights are mapped, not read.
     *
     * @throws ConfigException where there is none
     * @throws IOException where it is damaged
     */
    public static Checkpoint open(Path folder) throws IOException {
        Path weights = folder.resolve(WEIGHTS);
        if (!Files.isRegularFile(weights)) {
            throw new ConfigException(
                    "No checkpoint: " + folder.toAbsolutePath().normalize() + " has no " + WEIGHTS
                            + ". Name the folder that holds it and config.json, mostly …/pretrained_model");
        }
        Optional<String> before = FileIdentity.of(weights, Instant.now());
        SafeTensors file = SafeTensors.open(weights);
        boolean same = before.equals(FileIdentity.of(weights, Instant.now())); // it is the file that is mapped now
        Set<String> statistics = LegacyStatistics.names(file);
        return new Checkpoint(folder, file, FileWeights.of(file, statistics, same ? before : Optional.empty()));
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Which of LeRobot's forms it has, for people. */
    public String form() {
        return ProcessorFile.exists(folder)
                ? "LeRobot, with processor files"
                : "LeRobot 2025, statistics among the weights";
    }

    /** The device that it was saved with, as its config.json says. */
    public Optional<String> device() throws IOException {
        JsonNode device = JsonFile.read(folder.resolve(CONFIG)).path("device");
        return device.isTextual() ? Optional.of(device.asText()) : Optional.empty();
    }

    /** The network's weights, without the statistics that older checkpoints keep among them. */
    public WeightSource weights() {
        return weights;
    }

    /**
     * {@code network} with this checkpoint's normalization around it.
     *
     * @param modes how each kind of feature is normalised, as in config.json; newer checkpoints say it again in their own files,
     *     which win
     * @param features inputs and outputs, by name
     * @throws CheckpointException where a step is not known, or statistics are missing or not of their feature's shape
     */
    public NormalizedNetwork around(
            Network network, Map<FeatureKind, NormalizationMode> modes, Map<String, PolicyFeature> features)
            throws IOException {
        NormalizedNetwork whole = ProcessorFile.exists(folder)
                ? new NormalizedNetwork(
                        network,
                        ProcessorFile.PREPROCESSOR.read(folder).normalization(),
                        ProcessorFile.POSTPROCESSOR.read(folder).normalization())
                : new NormalizedNetwork(
                        network,
                        LegacyStatistics.inputs(file, modes, features),
                        LegacyStatistics.outputs(file, modes, features));
        List<String> misfits = new ArrayList<>(whole.before().misfits(features));
        misfits.addAll(whole.after().misfits(features));
        if (!misfits.isEmpty()) {
            throw new CheckpointException(
                    folder,
                    "its statistics are of another dataset: " + String.join("; ", misfits),
                    "Train it again, or copy the checkpoint again");
        }
        return whole;
    }

    /**
     * The statistics of the data that it was trained on.
     *
     * @param features inputs and outputs, by name
     */
    public Statistics statistics(Map<String, PolicyFeature> features) throws IOException {
        return ProcessorFile.exists(folder)
                ? ProcessorFile.PREPROCESSOR.read(folder).statistics()
                : LegacyStatistics.all(file, features);
    }

    /** What to say where {@code mistake} shows that the weights are not those of the options. */
    public CheckpointException unfit(NetworkException mistake) {
        return new CheckpointException(
                folder,
                "the weights do not fit config.json: " + mistake.getMessage(),
                "Copy the checkpoint again",
                mistake);
    }

    /** New names for what is observed, by the robot's name for it; none in older checkpoints. */
    public Map<String, String> renames() throws IOException {
        return ProcessorFile.exists(folder)
                ? ProcessorFile.PREPROCESSOR.read(folder).renames()
                : Map.of();
    }
}
