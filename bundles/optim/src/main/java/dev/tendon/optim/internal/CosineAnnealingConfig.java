/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.Describe;

/** Options of EVO1's schedule: LeRobot 0.6, {@code optim/schedulers.py}. */
@Describe("A rise, then a cosine to 0 at the training's end")
public record CosineAnnealingConfig(@Describe("Steps on which the rate rises from 0") long numWarmupSteps) {
    public CosineAnnealingConfig {
        new OptionRules().steps("num_warmup_steps", numWarmupSteps).check();
    }
}
