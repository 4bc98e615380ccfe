/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of the demo. */
@Describe(
        "Teach a simulated SO-101 a task by demonstration, and see how well it does it: records, trains, evaluates, reports")
record DemoOptions(
        @Describe("Folder of all that is made; must be new. Else outputs/demo/DATE/TIME") Optional<Path> outputDir,
        @Describe("Decides where things lie, and every random choice of the training") @Default("1000") long seed,
        @Describe("Demonstrations to record") @Default("50") int demonstrations,
        @Describe("Steps to train") @Default("1000") int steps,
        @Describe("Items in a training step") @Default("16") int batchSize,
        @Describe("Width and height of the pictures in pixels") @Default("64") int pictureSize,
        @Describe("Starts to evaluate on, none of which was demonstrated") @Default("20") int evalEpisodes) {
    DemoOptions {
        List<String> problems = new ArrayList<>();
        least(problems, "demonstrations", demonstrations, 1);
        least(problems, "steps", steps, 1);
        least(problems, "batch_size", batchSize, 1);
        least(problems, "picture_size", pictureSize, 64);
        least(problems, "eval_episodes", evalEpisodes, 1);
        if (seed < 0) {
            problems.add("seed is at least 0, not " + seed);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static void least(List<String> problems, String option, int value, int least) {
        if (value < least) {
            problems.add(option + " is at least " + least + ", not " + value);
        }
    }
}
