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

/** Options {@code --parallelism.context_parallel.…}. */
@Describe("Several processes for one sequence: not possible")
public record ContextParallelOptions(
        @Describe("Ring degree") @Default("1") int ringDegree,
        @Describe("Ulysses degree") @Default("1") int ulyssesDegree) {
    public ContextParallelOptions {
        List<String> problems = new ArrayList<>();
        TrainOptions.refuse(
                ringDegree != 1 || ulyssesDegree != 1,
                "--parallelism.context_parallel: one process trains here. Leave its options at 1",
                problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
