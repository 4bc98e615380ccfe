/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.option.ConfigException;
import dev.tendon.optim.state.RandomState;
import dev.tendon.optim.state.TrainingStep;
import dev.tendon.training.options.TrainOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A checkpoint that a run goes on from.
 *
 * @param run the run's folder
 * @param checkpoint the checkpoint's
 * @param step how far it came
 * @param ours whether its random stream is one that goes on here
 */
record Resumption(Path run, Path checkpoint, TrainingStep step, boolean ours) {
    /**
     * The checkpoint whose train_config.json is named.
     *
     * @throws ConfigException where it is none
     */
    static Resumption of(TrainOptions options) throws IOException {
        Path config = options.configPath().orElseThrow().toRealPath();
        Path model = config.getParent();
        Path checkpoint = model == null ? null : model.getParent();
        if (checkpoint == null || !Files.isDirectory(checkpoint.resolve(Checkpoints.STATE))) {
            throw new ConfigException("--config_path=" + options.configPath().get()
                    + " is no checkpoint's: there is no training_state beside its folder. Name"
                    + " RUN/checkpoints/last/pretrained_model/train_config.json, or begin anew without --resume");
        }
        Path state = checkpoint.resolve(Checkpoints.STATE);
        return new Resumption(
                run(options, checkpoint),
                checkpoint,
                TrainingStep.load(state),
                RandomState.isSeeded(state, options.seedOrZero()));
    }

    /** Where the run lies now, wherever it lay when its options were written; a checkpoint that lies elsewhere goes on in its output_dir. */
    private static Path run(TrainOptions options, Path checkpoint) {
        Path checkpoints = checkpoint.getParent();
        boolean inside = checkpoints != null
                && checkpoints.getParent() != null
                && String.valueOf(checkpoints.getFileName()).equals(Checkpoints.FOLDER);
        return inside
                ? checkpoints.getParent()
                : options.outputDir()
                        .orElseThrow(() -> new ConfigException(
                                "Where does it go on? " + checkpoint + " lies in no run's folder; give --output_dir"));
    }

    /** {@code pretrained_model}. */
    Path model() {
        return checkpoint.resolve(Checkpoints.MODEL);
    }

    /** {@code training_state}. */
    Path state() {
        return checkpoint.resolve(Checkpoints.STATE);
    }

    /** Items that were drawn before. */
    long items(int batch) {
        return step.step() * step.batchSize().orElse(batch) * step.workers();
    }
}
