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

/** Options {@code --parallelism.…}: LeRobot 0.6, {@code configs/parallelism.py}. One process trains here. */
@Describe("Several processes: not possible")
public record ParallelismOptions(
        @Describe("Processes with all weights each") @Default("1") int dpReplicate,
        @Describe("Processes that share the weights") @Default("1") int dpShard,
        ContextParallelOptions contextParallel,
        @Describe("Processes for guidance") @Default("1") int cfgParallel) {
    public ParallelismOptions {
        List<String> problems = new ArrayList<>();
        TrainOptions.refuse(
                dpReplicate != 1 || dpShard != 1 || cfgParallel != 1,
                "--parallelism: one process trains here. Leave its options at 1",
                problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
