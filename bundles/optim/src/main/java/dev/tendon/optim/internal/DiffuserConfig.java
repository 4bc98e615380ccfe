/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.Optional;

/** Options of the diffusers library's schedules: LeRobot 0.6, {@code optim/schedulers.py}, in its order. */
@Describe("A schedule of the diffusers library")
public record DiffuserConfig(
        @Describe("Steps on which the rate rises from 0; every form but constant needs it")
                Optional<Long> numWarmupSteps,
        @Describe("Its form afterwards") @Default("cosine") Form name) {
    /** The forms that need no more than LeRobot gives them. */
    public enum Form {
        COSINE,
        COSINE_WITH_RESTARTS,
        LINEAR,
        POLYNOMIAL,
        CONSTANT,
        CONSTANT_WITH_WARMUP
    }

    public DiffuserConfig {
        if (name != Form.CONSTANT && numWarmupSteps.isEmpty()) {
            throw new ConfigException("num_warmup_steps is missing: this schedule rises on so many steps; 0: on none");
        }
        new OptionRules().steps("num_warmup_steps", numWarmupSteps.orElse(0L)).check();
    }
}
