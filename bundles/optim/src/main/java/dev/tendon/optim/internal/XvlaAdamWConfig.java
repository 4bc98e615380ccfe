/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.List;
import java.util.Optional;

/** Options of X-VLA's AdamW: LeRobot 0.6, {@code optim/optimizers.py}, in its order. */
@Describe("AdamW with a tenth of the learning rate for the vision-language model")
public record XvlaAdamWConfig(
        @Describe("Learning rate") @Default("1e-4") double lr,
        @Describe("Weight decay; a tenth of it for the vision-language model") @Default("0.0") double weightDecay,
        @Describe("Largest norm of all gradients together; 0: no limit") @Default("10.0") double gradClipNorm,
        @Describe("How much of the gradients' mean, and of their squares' mean, is kept") @Default("[0.9, 0.99]")
                List<Double> betas,
        @Describe("Added to the root of the squares' mean") @Default("1e-8") double eps,
        @Describe("Learning rate of soft prompts, as a multiple of lr") @Default("1.0") double softPromptLrScale,
        @Describe("The same where a schedule is to warm it up") Optional<Double> softPromptWarmupLrScale) {
    public XvlaAdamWConfig {
        new OptionRules()
                .notNegative("lr", lr)
                .betas(betas)
                .notNegative("eps", eps)
                .notNegative("weight_decay", weightDecay)
                .notNegative("soft_prompt_lr_scale", softPromptLrScale)
                .notNegative("soft_prompt_warmup_lr_scale", softPromptWarmupLrScale.orElse(0.0))
                .check();
    }
}
