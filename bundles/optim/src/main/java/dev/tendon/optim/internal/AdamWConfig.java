/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.List;

/** Options of AdamW: LeRobot 0.6, {@code optim/optimizers.py}, in its order. */
@Describe("AdamW: Adam with weight decay of its own")
public record AdamWConfig(
        @Describe("Learning rate") @Default("1e-3") double lr,
        @Describe("Weight decay") @Default("1e-2") double weightDecay,
        @Describe("Largest norm of all gradients together; 0: no limit") @Default("10.0") double gradClipNorm,
        @Describe("How much of the gradients' mean, and of their squares' mean, is kept") @Default("[0.9, 0.999]")
                List<Double> betas,
        @Describe("Added to the root of the squares' mean") @Default("1e-8") double eps) {
    public AdamWConfig {
        new OptionRules()
                .notNegative("lr", lr)
                .betas(betas)
                .notNegative("eps", eps)
                .notNegative("weight_decay", weightDecay)
                .check();
    }
}
