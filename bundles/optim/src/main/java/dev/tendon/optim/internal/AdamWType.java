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

/** {@code --optimizer.type=adamw}. Thread: any. */
@Component
@Choice(value = "adamw", description = "AdamW, whose weight decay leaves the gradient alone")
public final class AdamWType implements OptimizerType<AdamWConfig> {
    /** By Declarative Services. */
    @Activate
    public AdamWType() {}

    @Override
    public Class<AdamWConfig> configType() {
        return AdamWConfig.class;
    }

    @Override
    public Optimizer create(AdamWConfig config, List<ParameterGroup> groups, Lanes lanes) {
        RuleKind kind = new AdamKind(config.lr(), config.betas(), config.eps(), config.weightDecay(), true);
        List<Group> all =
                groups.stream().map(group -> new Group(kind, group, Map.of())).toList();
        return new FusedOptimizer(config.lr(), config.gradClipNorm(), all, lanes, StateFiles.together());
    }
}
