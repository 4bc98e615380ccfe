/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.options;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options {@code --accelerator.…}: LeRobot 0.6, {@code configs/accelerator.py}. */
@Describe("How a step is computed: in single precision, one batch a step")
public record AcceleratorOptions(
        @Describe("Precision; no: single") @Default("no") String mixedPrecision,
        AccumulationOptions gradientAccumulation,
        @NoEffect("one process trains here")
                @Describe("Sharded training")
                @Default(
                        "{reshard_after_forward: true, wrap_modules: null, min_num_params: null, cpu_offload: false, ignored_modules: null}")
                Map<String, Object> fsdp,
        @NoEffect("one process trains here")
                @Describe("Replicated training")
                @Default("{find_unused_parameters: true, gradient_as_bucket_view: false, static_graph: false}")
                Map<String, Object> ddp,
        @Describe("Compile the network: not possible")
                @Default("{enabled: false, backend: inductor, mode: null, regional: true}")
                Map<String, Object> compile,
        @Describe("Compute activations again: not possible") @Default("{mode: none}")
                Map<String, Object> activationCheckpointing) {
    public AcceleratorOptions {
        List<String> problems = new ArrayList<>();
        TrainOptions.refuse(
                !mixedPrecision.equals("no"),
                "--accelerator.mixed_precision=" + mixedPrecision + ": Tendon computes in single precision",
                problems);
        TrainOptions.refuse(
                Boolean.TRUE.equals(compile.get("enabled")),
                "--accelerator.compile: nothing is compiled here",
                problems);
        TrainOptions.refuse(
                !"none".equals(activationCheckpointing.getOrDefault("mode", "none")),
                "--accelerator.activation_checkpointing: activations are kept here",
                problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Options {@code --accelerator.gradient_accumulation.…}. */
    @Describe("Several batches for one update: not possible yet")
    public record AccumulationOptions(@Describe("Batches for one update") @Default("1") int steps) {
        public AccumulationOptions {
            if (steps != 1) {
                throw new ConfigException("--accelerator.gradient_accumulation.steps=" + steps
                        + ": every batch is an update here. Give a larger --batch_size");
            }
        }
    }
}
