/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of gradient descent: LeRobot 0.6, {@code optim/optimizers.py}, in its order. */
@Describe("Stochastic gradient descent")
public record SgdConfig(
        @Describe("Learning rate") @Default("1e-3") double lr,
        @Describe("Weight decay, added to the gradient") @Default("0.0") double weightDecay,
        @Describe("Largest norm of all gradients together; 0: no limit") @Default("10.0") double gradClipNorm,
        @Describe("How much of the last direction is kept") @Default("0.0") double momentum,
        @Describe("How much of the gradient is left out beside it") @Default("0.0") double dampening,
        @Describe("Nesterov's momentum") @Default("false") boolean nesterov) {
    public SgdConfig {
        new OptionRules()
                .notNegative("lr", lr)
                .notNegative("momentum", momentum)
                .notNegative("weight_decay", weightDecay)
                .not(
                        nesterov && (momentum <= 0 || dampening != 0),
                        "nesterov: needs a momentum above 0 and a dampening of 0")
                .check();
    }
}
