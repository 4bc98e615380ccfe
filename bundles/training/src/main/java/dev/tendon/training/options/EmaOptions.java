/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.options;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options {@code --ema.…}: LeRobot 0.6, {@code configs/default.py}. */
@Describe("An average of the weights beside them: not possible yet")
public record EmaOptions(
        @Describe("Keep one") @Default("false") boolean enable,
        @Describe("Its decay") Optional<Double> decay,
        @Describe("First step that goes in") @Default("0") long updateAfterStep,
        @Describe("How fast it warms up") @Default("1.0") double invGamma,
        @Describe("How fast it warms up") @Default("0.75") double power,
        @Describe("Least decay") @Default("0.0") double minDecay,
        @Describe("Greatest decay") @Default("0.9999") double maxDecay,
        @Describe("Evaluate the average") @Default("true") boolean useForEval) {
    public EmaOptions {
        List<String> problems = new ArrayList<>();
        TrainOptions.refuse(
                enable, "--ema.enable=true: an average of the weights is not kept here yet. Leave it out", problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
