/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.option.ConfigException;
import dev.tendon.optim.Lanes;
import dev.tendon.optim.Optimizer;
import dev.tendon.optim.OptimizerType;
import dev.tendon.optim.ParameterGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code --optimizer.type=multi_adam}. Thread: any. */
@Component
@Choice(value = "multi_adam", description = "An Adam for each named group of parameters")
public final class MultiAdamType implements OptimizerType<MultiAdamConfig> {
    /** By Declarative Services. */
    @Activate
    public MultiAdamType() {}

    @Override
    public Class<MultiAdamConfig> configType() {
        return MultiAdamConfig.class;
    }

    @Override
    public Optimizer create(MultiAdamConfig config, List<ParameterGroup> groups, Lanes lanes) {
        List<String> names = groups.stream().map(ParameterGroup::name).toList();
        Set<String> known = new HashSet<>(names);
        for (String name : config.optimizerGroups().keySet()) {
            if (!known.contains(name)) {
                throw new ConfigException("optimizer_groups." + name + ": the policy has no such group. It has "
                        + String.join(", ", names));
            }
        }
        if (known.size() < names.size() || names.stream().anyMatch(name -> !name.matches("[\\w-]+"))) {
            throw new ConfigException("multi_adam keeps a folder for each group's name, and this policy's are "
                    + String.join(", ", names) + ". Choose another optimizer");
        }
        List<Group> all = groups.stream()
                .map(group -> new Group(config.kind(group.name()), group, Map.of()))
                .toList();
        return new FusedOptimizer(config.lr(), config.gradClipNorm(), all, lanes, StateFiles.apart(names));
    }
}
