/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import dev.tendon.api.choice.ChoiceType;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of optimizer: a choice of {@code --optimizer.type}. Thread: any. */
@ConsumerType
public interface OptimizerType<C extends Record> extends ChoiceType<C> {
    /**
     * Makes an optimizer of these groups' parameters.
     *
     * @param groups in the order of the state file
     * @param lanes threads that it may use; the caller's, who closes them
     * @throws dev.tendon.api.option.ConfigException where the options do not fit the groups
     */
    Optimizer create(C config, List<ParameterGroup> groups, Lanes lanes);
}
