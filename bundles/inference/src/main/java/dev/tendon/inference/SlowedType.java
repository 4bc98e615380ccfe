/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.time.SystemClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code --policy.type=slowed}: how a robot takes a policy whose plans take longer, or whose chunks are shorter. Thread: any. */
@Component(service = PolicyType.class)
@Choice(value = SlowedType.NAME, description = "Another policy, as on a slower machine: for trials and benchmarks")
public final class SlowedType implements PolicyType<SlowedConfig> {
    static final String NAME = "slowed";

    private static final double NS_PER_MS = 1e6;

    private final Policies policies;

    @Activate
    public SlowedType(@Reference Policies policies) {
        this.policies = policies;
    }

    @Override
    public Class<SlowedConfig> configType() {
        return SlowedConfig.class;
    }

    @Override
    public Policy create(SlowedConfig config, PolicyContext context) {
        return new SlowedPolicy(
                policies.create(config.of(), context),
                config.actions(),
                Math.round(config.planMs() * NS_PER_MS),
                new SystemClock(),
                new FrameBuffer(context.actionFeatures().layout()));
    }
}
