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

/** {@code --scheduler.type=cosine_annealing_with_warmup}. Thread: any. */
@Component
@Choice(value = "cosine_annealing_with_warmup", description = "A rise, then a cosine to 0 at the training's end")
public final class CosineAnnealingType implements SchedulerType<CosineAnnealingConfig> {
    /** By Declarative Services. */
    @Activate
    public CosineAnnealingType() {}

    @Override
    public Class<CosineAnnealingConfig> configType() {
        return CosineAnnealingConfig.class;
    }

    @Override
    public Scheduler create(CosineAnnealingConfig config, long steps, double rate) {
        long warmup = config.numWarmupSteps();
        return step -> step < warmup
                ? Warmup.share(step, warmup)
                : Warmup.cosine(Warmup.share(step - warmup, steps - warmup), 0.5);
    }
}
