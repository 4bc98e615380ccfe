/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.Describe;

/** Options of Pi0's schedule: LeRobot 0.6, {@code optim/schedulers.py}, in its order. */
@Describe("A rise, then a cosine from the peak to a last learning rate; both shortened to a shorter training")
public record CosineDecayConfig(
        @Describe("Steps on which the rate rises") long numWarmupSteps,
        @Describe("The step at which the last rate is reached") long numDecaySteps,
        @Describe("What decay_lr is measured by; the peak itself is the optimizer's lr") double peakLr,
        @Describe("The last learning rate") double decayLr) {
    public CosineDecayConfig {
        new OptionRules()
                .steps("num_warmup_steps", numWarmupSteps)
                .not(numDecaySteps < 1, "num_decay_steps: " + numDecaySteps + " is below 1")
                .not(!(peakLr > 0), "peak_lr: " + peakLr + " is not above 0")
                .notNegative("decay_lr", decayLr)
                .check();
    }
}
