/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Parameters that share a learning rate.
 *
 * @param name for {@code multi_adam}, which keeps an optimizer a name; otherwise only for messages
 * @param parameters in the order of the state file
 * @param rate its own initial learning rate, instead of the optimizer's
 * @param weightDecay its own, instead of the optimizer's
 */
public record ParameterGroup(
        String name, List<TrainedParameter> parameters, OptionalDouble rate, OptionalDouble weightDecay) {
    public ParameterGroup {
        parameters = List.copyOf(parameters);
    }

    /** A group that leaves all to the optimizer's options. */
    public ParameterGroup(String name, List<TrainedParameter> parameters) {
        this(name, parameters, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** This group with an initial learning rate of its own. */
    public ParameterGroup withRate(double own) {
        return new ParameterGroup(name, parameters, OptionalDouble.of(own), weightDecay);
    }

    /** This group with a weight decay of its own. */
    public ParameterGroup withWeightDecay(double own) {
        return new ParameterGroup(name, parameters, rate, OptionalDouble.of(own));
    }
}
