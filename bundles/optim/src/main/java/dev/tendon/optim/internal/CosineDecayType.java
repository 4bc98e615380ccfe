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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code --scheduler.type=cosine_decay_with_warmup}. Thread: any. */
@Component
@Choice(value = "cosine_decay_with_warmup", description = "A rise, then a cosine to a last learning rate")
public final class CosineDecayType implements SchedulerType<CosineDecayConfig> {
    private static final Logger LOG = LoggerFactory.getLogger(CosineDecayType.class);

    /** By Declarative Services. */
    @Activate
    public CosineDecayType() {}

    @Override
    public Class<CosineDecayConfig> configType() {
        return CosineDecayConfig.class;
    }

    @Override
    public Scheduler create(CosineDecayConfig config, long steps, double rate) {
        long warmup = config.numWarmupSteps();
        long decay = config.numDecaySteps();
        if (steps < decay) {
            warmup = (long) (warmup * ((double) steps / decay));
            decay = steps;
            LOG.info(
                    "The schedule is shortened to the training's {} steps: {} of warm-up instead of {}",
                    steps,
                    warmup,
                    config.numWarmupSteps());
        }
        return new Course(warmup, decay, config.decayLr() / config.peakLr());
    }

    /** The schedule, once its lengths are known. */
    private record Course(long warmup, long decay, double last) implements Scheduler {
        @Override
        public double factor(long step) {
            if (step < warmup) {
                double first = 1.0 / (warmup + 1);
                return step <= 0 ? first : (first - 1) * (1 - (double) step / warmup) + 1;
            }
            double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(step, decay) / decay));
            return (1 - last) * cosine + last;
        }
    }
}
