/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.config.ConfigMapper;
import dev.tendon.training.options.DatasetOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Options of {@code tendon bench train}. */
@Describe("Measure training steps on a dataset; nothing is saved")
record BenchTrainOptions(
        DatasetOptions dataset,
        @Describe("The policy: its type and options") Chosen<PolicyType<?>> policy,
        @Describe("Steps that are measured") @Default("50") long steps,
        @Describe("Steps before them") @Default("10") long warmup,
        @Describe("Items in a step") @Default("8") int batchSize,
        @Describe("Threads that read ahead") @Default("4") int numWorkers,
        @Describe("Batches that each of them may be ahead") @Default("4") int prefetchFactor,
        @Describe("Decides every random choice") @Default("1000") long seed,
        @Describe("Threads of a step; 0: as many as the engine likes") @Default("0") int threads,
        @Describe("What computes losses and gradients") @Default("djl") String engine) {
    BenchTrainOptions {
        if (steps < 1 || warmup < 1) {
            throw new ConfigException("--steps=" + steps + " and --warmup=" + warmup + ": each is at least 1");
        }
    }

    /** The options of a run that is measured, as plain data. */
    Map<String, Object> run(Path folder) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("dataset", ConfigMapper.toPlain(dataset));
        Map<String, Object> chosen = new LinkedHashMap<>(policy.options());
        chosen.put("type", policy.type());
        plain.put("policy", chosen);
        plain.put("output_dir", folder.toString());
        plain.put("steps", warmup + steps);
        plain.put("batch_size", batchSize);
        plain.put("num_workers", numWorkers);
        plain.put("prefetch_factor", prefetchFactor);
        plain.put("seed", seed);
        plain.put("threads", threads);
        plain.put("engine", engine);
        plain.put("save_checkpoint", false);
        plain.put("log_freq", 0);
        return plain;
    }
}
