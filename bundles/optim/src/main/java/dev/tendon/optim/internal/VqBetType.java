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

/** {@code --scheduler.type=vqbet}. Thread: any. */
@Component
@Choice(value = "vqbet", description = "Constant while the code book is trained, then a rise and a cosine")
public final class VqBetType implements SchedulerType<VqBetConfig> {
    /** By Declarative Services. */
    @Activate
    public VqBetType() {}

    @Override
    public Class<VqBetConfig> configType() {
        return VqBetConfig.class;
    }

    @Override
    public Scheduler create(VqBetConfig config, long steps, double rate) {
        long warmup = config.numWarmupSteps();
        return step -> {
            long own = step - config.numVqvaeTrainingSteps();
            if (own < 0) {
                return 1;
            }
            return own < warmup
                    ? Warmup.share(own, warmup)
                    : Warmup.cosine(Warmup.share(own - warmup, steps - warmup), config.numCycles());
        };
    }
}
