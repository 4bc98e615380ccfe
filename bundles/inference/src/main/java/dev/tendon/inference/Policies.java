/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.checkpoint.CheckpointPolicy;
import dev.tendon.checkpoint.PolicyModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds what a checkpoint's policy computes. Thread: any. */
@Component(service = Policies.class)
public final class Policies {
    private final Choices choices;

    /** Read once a call. */
    @Reference(
            service = PolicyType.class,
            target = "(!(" + Choice.PROPERTY + "=" + SlowedType.NAME + "))",
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Map.Entry<Map<String, Object>, PolicyType<?>>> types = List.of();

    @Activate
    public Policies(@Reference Choices choices) {
        this.choices = choices;
    }

    /**
     * A policy as it was chosen, for a robot.
     *
     * @throws ConfigException where there is no such policy, or it does not fit
     */
    Policy create(Chosen<PolicyType<?>> chosen, PolicyContext context) {
        return create(type(chosen), chosen, context);
    }

    private <C extends Record> Policy create(PolicyType<C> type, Chosen<PolicyType<?>> chosen, PolicyContext context) {
        return type.create(choices.bind(type, chosen), context);
    }

    /**
     * The model of what was chosen.
     *
     * @throws ConfigException where there is no such policy, or it is not of a network
     */
    public PolicyModel model(Chosen<PolicyType<?>> chosen) throws IOException {
        if (type(chosen) instanceof CheckpointPolicy<?> policy) {
            return model(policy, chosen);
        }
        throw new ConfigException("The policy \"" + chosen.type() + "\" has no checkpoint to look at");
    }

    private PolicyType<?> type(Chosen<PolicyType<?>> chosen) {
        for (Map.Entry<Map<String, Object>, PolicyType<?>> type : types) {
            if (named(type.getKey().get(Choice.PROPERTY), chosen.type())) {
                return type.getValue();
            }
        }
        throw new ConfigException(
                "No policy \"" + chosen.type() + "\" is installed. tendon choices lists those that are");
    }

    private static boolean named(Object names, String wanted) {
        return names instanceof String[] several ? Arrays.asList(several).contains(wanted) : wanted.equals(names);
    }

    private <C extends Record> PolicyModel model(CheckpointPolicy<C> policy, Chosen<PolicyType<?>> chosen)
            throws IOException {
        return policy.model(choices.bind(policy, chosen));
    }
}
