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

/** Options {@code --job.…}: LeRobot 0.6, {@code configs/default.py}. */
@Describe("Training elsewhere: not possible; it runs here")
public record JobOptions(
        @Describe("Where; local or nothing") Optional<String> target,
        @Describe("Image") @Default("huggingface/lerobot-gpu:latest") String image,
        @Describe("Longest time") @Default("2d") Optional<String> timeout,
        @Describe("Do not wait") @Default("false") boolean detach,
        @Describe("Tags") List<String> tags) {
    public JobOptions {
        List<String> problems = new ArrayList<>();
        TrainOptions.refuse(
                target.isPresent() && !target.get().equals("local"),
                "--job.target: it is trained on this machine. Leave it out",
                problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
