/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.options;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options {@code --wandb.…}: LeRobot, {@code configs/default.py}. */
@Describe("Weights and Biases: not possible; metrics.jsonl and TensorBoard's files are written")
public record WandbOptions(
        @Describe("Log there") @Default("false") boolean enable,
        @Describe("Without artifacts") @Default("false") boolean disableArtifact,
        @Describe("Project") @Default("lerobot") String project,
        @Describe("Entity") Optional<String> entity,
        @Describe("Notes") Optional<String> notes,
        @Describe("Run") Optional<String> runId,
        @Describe("Mode") Optional<String> mode,
        @Describe("With tags") @Default("true") boolean addTags) {
    public WandbOptions {
        List<String> problems = new ArrayList<>();
        TrainOptions.refuse(
                enable,
                "--wandb.enable=true: Tendon talks to no service. The run's folder has metrics.jsonl and TensorBoard's files; "
                        + "wandb sync --sync-tensorboard uploads them",
                problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
