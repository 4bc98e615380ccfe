/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.hold;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code --policy.type=hold}. Thread: any. */
@Component
@Choice(value = "hold", description = "Keeps the last goal, or the pose observed first where there was none")
public final class HoldType implements PolicyType<HoldConfig> {
    /** By Declarative Services. */
    @Activate
    public HoldType() {}

    @Override
    public Class<HoldConfig> configType() {
        return HoldConfig.class;
    }

    @Override
    public Policy create(HoldConfig config, PolicyContext context) {
        return new Hold(context.observationFeatures(), context.actionFeatures());
    }
}
