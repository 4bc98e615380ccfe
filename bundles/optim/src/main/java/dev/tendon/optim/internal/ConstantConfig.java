/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of the constant schedule: LeRobot 0.6, {@code optim/schedulers.py}. */
@Describe("A rise, then constant")
public record ConstantConfig(@Describe("Steps on which the rate rises from 0") @Default("1000") long numWarmupSteps) {
    public ConstantConfig {
        new OptionRules().steps("num_warmup_steps", numWarmupSteps).check();
    }
}
