/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of VQ-BeT's schedule: LeRobot 0.6, {@code optim/schedulers.py}, in its order. */
@Describe("Constant while the code book is trained, then a rise and a cosine")
public record VqBetConfig(
        @Describe("Steps on which the rate rises from 0, after the code book's") long numWarmupSteps,
        @Describe("Steps of the code book's training") long numVqvaeTrainingSteps,
        @Describe("Waves of the cosine; 0.5 falls once") @Default("0.5") double numCycles) {
    public VqBetConfig {
        new OptionRules()
                .steps("num_warmup_steps", numWarmupSteps)
                .steps("num_vqvae_training_steps", numVqvaeTrainingSteps)
                .check();
    }
}
