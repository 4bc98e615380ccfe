/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.List;

/** What options of optimizers must be: PyTorch 2.13, {@code torch/optim/adam.py} and {@code sgd.py}, refuses the same. */
final class OptionRules {
    private final List<String> mistakes = new ArrayList<>();

    OptionRules notNegative(String option, double value) {
        if (!(value >= 0)) {
            mistakes.add(option + ": " + value + " is below 0");
        }
        return this;
    }

    OptionRules steps(String option, long value) {
        return not(value < 0, option + ": " + value + " is below 0");
    }

    OptionRules betas(List<Double> betas) {
        if (betas.size() != 2 || betas.stream().anyMatch(beta -> !(beta >= 0 && beta < 1))) {
            mistakes.add("betas: wants two numbers from 0 to below 1, not " + betas);
        }
        return this;
    }

    OptionRules not(boolean wrong, String mistake) {
        if (wrong) {
            mistakes.add(mistake);
        }
        return this;
    }

    void check() {
        if (!mistakes.isEmpty()) {
            throw new ConfigException(mistakes);
        }
    }
}
