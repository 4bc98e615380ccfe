/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.choice.Choice;
import dev.tendon.optim.Scheduler;
import dev.tendon.optim.SchedulerType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code --scheduler.type=constant_with_warmup}. Thread: any. */
@Component
@Choice(value = "constant_with_warmup", description = "A rise, then constant")
public final class ConstantType implements SchedulerType<ConstantConfig> {
    /** By Declarative Services. */
    @Activate
    public ConstantType() {}

    @Override
    public Class<ConstantConfig> configType() {
        return ConstantConfig.class;
    }

    @Override
    public Scheduler create(ConstantConfig config, long steps, double rate) {
        long warmup = config.numWarmupSteps();
        return step -> step < warmup ? Warmup.share(step, warmup) : 1;
    }
}
