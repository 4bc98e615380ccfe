/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.checkpoint.TrainablePolicy;
import dev.tendon.checkpoint.TrainingData;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.config.ConfigMapper;
import dev.tendon.nn.train.TrainingEngine;
import dev.tendon.optim.Lanes;
import dev.tendon.optim.Optimizer;
import dev.tendon.optim.OptimizerType;
import dev.tendon.optim.ParameterGroup;
import dev.tendon.optim.Scheduler;
import dev.tendon.optim.SchedulerType;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds what a run is put together from: policies, engines, optimizers, schedules. Lists are read once a call. Thread: any. */
@Component(service = TrainingParts.class)
public final class TrainingParts {
    private final Choices choices;

    @Reference(
            service = PolicyType.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Map.Entry<Map<String, Object>, PolicyType<?>>> policies = List.of();

    @Reference(
            service = TrainingEngine.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Map.Entry<Map<String, Object>, TrainingEngine>> engines = List.of();

    @Reference(
            service = OptimizerType.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Map.Entry<Map<String, Object>, OptimizerType<?>>> optimizers = List.of();

    @Reference(
            service = SchedulerType.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Map.Entry<Map<String, Object>, SchedulerType<?>>> schedulers = List.of();

    @Activate
    public TrainingParts(@Reference Choices choices) {
        this.choices = choices;
    }

    /**
     * How the chosen policy is trained.
     *
     * @throws ConfigException where there is no such policy, it cannot be trained, or it does not fit the data
     */
    TrainingModel model(Chosen<?> chosen, TrainingData data) throws IOException {
        if (named(policies, "policy", chosen.type()) instanceof TrainablePolicy<?> policy) {
            return model(policy, chosen, data);
        }
        throw new ConfigException("The policy \"" + chosen.type() + "\" learns nothing: it cannot be trained");
    }

    private <C extends Record> TrainingModel model(TrainablePolicy<C> policy, Chosen<?> chosen, TrainingData data)
            throws IOException {
        return policy.training(choices.bind(policy, chosen), data);
    }

    /**
     * The engine of this name.
     *
     * @throws ConfigException where there is none
     */
    TrainingEngine engine(String name) {
        List<Map.Entry<Map<String, Object>, TrainingEngine>> all = engines;
        return all.stream()
                .filter(engine -> name.equals(engine.getKey().get(TrainingEngine.NAME)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new ConfigException("--engine=" + name + ": no such engine trains here, only "
                        + all.stream()
                                .map(engine -> String.valueOf(engine.getKey().get(TrainingEngine.NAME)))
                                .toList()));
    }

    /** The chosen optimizer, for these parameters. */
    Optimizer optimizer(Chosen<?> chosen, List<ParameterGroup> groups, Lanes lanes) {
        return optimizer(named(optimizers, "optimizer", chosen.type()), chosen, groups, lanes);
    }

    private <C extends Record> Optimizer optimizer(
            OptimizerType<C> type, Chosen<?> chosen, List<ParameterGroup> groups, Lanes lanes) {
        return type.create(choices.bind(type, chosen), groups, lanes);
    }

    /** The chosen schedule. */
    Scheduler scheduler(Chosen<?> chosen, long steps, double rate) {
        return scheduler(named(schedulers, "scheduler", chosen.type()), chosen, steps, rate);
    }

    private <C extends Record> Scheduler scheduler(SchedulerType<C> type, Chosen<?> chosen, long steps, double rate) {
        return type.create(choices.bind(type, chosen), steps, rate);
    }

    /** All options of a chosen optimizer, {@code type} first, as LeRobot writes them. */
    Map<String, Object> plainOptimizer(Chosen<?> chosen) {
        return plain(named(optimizers, "optimizer", chosen.type()), chosen);
    }

    /** All options of a chosen schedule, {@code type} first, as LeRobot writes them. */
    Map<String, Object> plainScheduler(Chosen<?> chosen) {
        return plain(named(schedulers, "scheduler", chosen.type()), chosen);
    }

    private <C extends Record> Map<String, Object> plain(ChoiceType<C> type, Chosen<?> chosen) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("type", chosen.type());
        plain.putAll(ConfigMapper.toPlain(choices.bind(type, chosen)));
        return plain;
    }

    private static <T> T named(List<Map.Entry<Map<String, Object>, T>> types, String registry, String name) {
        for (Map.Entry<Map<String, Object>, T> type : types) {
            Object names = type.getKey().get(Choice.PROPERTY);
            if (names instanceof String[] several ? Arrays.asList(several).contains(name) : name.equals(names)) {
                return type.getValue();
            }
        }
        throw new ConfigException(
                "No " + registry + " \"" + name + "\" is installed. tendon choices lists those that are");
    }
}
