/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of several Adams: LeRobot 0.6, {@code optim/optimizers.py}. */
@Describe("An Adam for each named group of parameters")
public record MultiAdamConfig(
        @Describe("Learning rate of a group that names none") @Default("1e-3") double lr,
        @Describe("Weight decay of a group that names none") @Default("0.0") double weightDecay,
        @Describe("Largest norm of all gradients together; 0: no limit") @Default("10.0") double gradClipNorm,
        @Describe("Options by the group's name") @Default("{}") Map<String, Own> optimizerGroups) {
    private static final List<Double> BETAS = List.of(0.9, 0.999);
    private static final double EPS = 1e-5;

    /** A group's own options. */
    public record Own(
            @Describe("Learning rate") Optional<Double> lr,
            @Describe("How much of the gradients' mean, and of their squares' mean, is kept")
                    Optional<List<Double>> betas,
            @Describe("Added to the root of the squares' mean; 1e-5 where none is given") Optional<Double> eps,
            @Describe("Weight decay, added to the gradient") Optional<Double> weightDecay) {}

    public MultiAdamConfig {
        new OptionRules()
                .notNegative("lr", lr)
                .notNegative("weight_decay", weightDecay)
                .check();
        optimizerGroups.forEach((name, own) -> new OptionRules()
                .notNegative("optimizer_groups." + name + ".lr", own.lr().orElse(0.0))
                .betas(own.betas().orElse(BETAS))
                .notNegative("optimizer_groups." + name + ".eps", own.eps().orElse(0.0))
                .notNegative(
                        "optimizer_groups." + name + ".weight_decay",
                        own.weightDecay().orElse(0.0))
                .check());
    }

    AdamKind kind(String name) {
        Own own = optimizerGroups.getOrDefault(
                name, new Own(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        return new AdamKind(
                own.lr().orElse(lr),
                own.betas().orElse(BETAS),
                own.eps().orElse(EPS),
                own.weightDecay().orElse(weightDecay),
                false);
    }
}
