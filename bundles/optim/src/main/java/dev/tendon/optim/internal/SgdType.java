/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.choice.Choice;
import dev.tendon.optim.Lanes;
import dev.tendon.optim.Optimizer;
import dev.tendon.optim.OptimizerType;
import dev.tendon.optim.ParameterGroup;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code --optimizer.type=sgd}. Thread: any. */
@Component
@Choice(value = "sgd", description = "Stochastic gradient descent")
public final class SgdType implements OptimizerType<SgdConfig> {
    /** By Declarative Services. */
    @Activate
    public SgdType() {}

    @Override
    public Class<SgdConfig> configType() {
        return SgdConfig.class;
    }

    @Override
    public Optimizer create(SgdConfig config, List<ParameterGroup> groups, Lanes lanes) {
        RuleKind kind = new SgdKind(
                config.lr(), config.momentum(), config.dampening(), config.weightDecay(), config.nesterov());
        List<Group> all =
                groups.stream().map(group -> new Group(kind, group, Map.of())).toList();
        return new FusedOptimizer(config.lr(), config.gradClipNorm(), all, lanes, StateFiles.together());
    }
}
