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
import dev.tendon.optim.TrainedParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code --optimizer.type=xvla-adamw}: makes groups of its own, by the parameters' names. Thread: any. */
@Component
@Choice(
        value = {"xvla-adamw", "xvla_adamw"},
        description = "X-VLA's AdamW: a tenth of the learning rate for the vision-language model")
public final class XvlaAdamWType implements OptimizerType<XvlaAdamWConfig> {
    private static final double SHARE = 0.1;

    /** LeRobot gives PyTorch's optimizer none, which then notes its own. */
    private static final double UNUSED_RATE = 1e-3;

    /** By Declarative Services. */
    @Activate
    public XvlaAdamWType() {}

    @Override
    public Class<XvlaAdamWConfig> configType() {
        return XvlaAdamWConfig.class;
    }

    @Override
    public Optimizer create(XvlaAdamWConfig config, List<ParameterGroup> groups, Lanes lanes) {
        List<TrainedParameter> parameters =
                groups.stream().flatMap(group -> group.parameters().stream()).toList();
        Predicate<TrainedParameter> model = named("vlm");
        Predicate<TrainedParameter> prompt = named("soft_prompt").and(model.negate());
        double promptRate = config.lr() * config.softPromptWarmupLrScale().orElse(config.softPromptLrScale());
        List<ParameterGroup> own = List.of(
                group("vlm", parameters, model)
                        .withRate(config.lr() * SHARE)
                        .withWeightDecay(config.weightDecay() * SHARE),
                group("soft_prompts", parameters, prompt).withRate(promptRate).withWeightDecay(config.weightDecay()),
                group("other", parameters, model.or(prompt).negate())
                        .withRate(config.lr())
                        .withWeightDecay(config.weightDecay()));
        RuleKind kind = new AdamKind(config.lr(), config.betas(), config.eps(), config.weightDecay(), true);
        List<Group> all = new ArrayList<>();
        for (ParameterGroup group : own) {
            if (!group.parameters().isEmpty()) {
                all.add(new Group(kind, group, Map.of("name", group.name())));
            }
        }
        return new FusedOptimizer(UNUSED_RATE, config.gradClipNorm(), all, lanes, StateFiles.together());
    }

    private static Predicate<TrainedParameter> named(String part) {
        return parameter -> parameter.name().toLowerCase(Locale.ROOT).contains(part);
    }

    private static ParameterGroup group(
            String name, List<TrainedParameter> parameters, Predicate<TrainedParameter> which) {
        return new ParameterGroup(name, parameters.stream().filter(which).toList());
    }
}
