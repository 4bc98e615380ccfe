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

/** {@code --optimizer.type=adam}. Thread: any. */
@Component
@Choice(value = "adam", description = "Adam")
public final class AdamType implements OptimizerType<AdamConfig> {
    /** By Declarative Services. */
    @Activate
    public AdamType() {}

    @Override
    public Class<AdamConfig> configType() {
        return AdamConfig.class;
    }

    @Override
    public Optimizer create(AdamConfig config, List<ParameterGroup> groups, Lanes lanes) {
        RuleKind kind = new AdamKind(config.lr(), config.betas(), config.eps(), config.weightDecay(), false);
        List<Group> all =
                groups.stream().map(group -> new Group(kind, group, Map.of())).toList();
        return new FusedOptimizer(config.lr(), config.gradClipNorm(), all, lanes, StateFiles.together());
    }
}
