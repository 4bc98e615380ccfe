/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.option.ConfigException;
import dev.tendon.optim.Scheduler;
import dev.tendon.optim.SchedulerType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code --scheduler.type=diffuser}: {@code get_scheduler} of diffusers 0.40, {@code optimization.py}. Thread: any. */
@Component
@Choice(value = "diffuser", description = "A schedule of the diffusers library: cosine, linear, polynomial, constant")
public final class DiffuserType implements SchedulerType<DiffuserConfig> {
    private static final double POLYNOMIAL_END = 1e-7;

    /** By Declarative Services. */
    @Activate
    public DiffuserType() {}

    @Override
    public Class<DiffuserConfig> configType() {
        return DiffuserConfig.class;
    }

    @Override
    public Scheduler create(DiffuserConfig config, long steps, double rate) {
        if (config.name() == DiffuserConfig.Form.CONSTANT) {
            return step -> 1;
        }
        long warmup = config.numWarmupSteps().orElseThrow();
        Scheduler after = after(config.name(), warmup, steps, rate);
        return step -> step < warmup ? Warmup.share(step, warmup) : after.factor(step);
    }

    private static Scheduler after(DiffuserConfig.Form form, long warmup, long steps, double rate) {
        return switch (form) {
            case CONSTANT, CONSTANT_WITH_WARMUP -> step -> 1;
            case LINEAR -> step -> Math.max(0.0, Warmup.share(steps - step, steps - warmup));
            case COSINE -> step -> Warmup.cosine(Warmup.share(step - warmup, steps - warmup), 0.5);
            case COSINE_WITH_RESTARTS -> step -> {
                double progress = Warmup.share(step - warmup, steps - warmup);
                return progress >= 1 ? 0 : Warmup.cosine(progress, 0.5);
            };
            case POLYNOMIAL -> polynomial(warmup, steps, rate);
        };
    }

    private static Scheduler polynomial(long warmup, long steps, double rate) {
        if (!(rate > POLYNOMIAL_END)) {
            throw new ConfigException("name: a polynomial schedule ends at a learning rate of " + POLYNOMIAL_END
                    + ", which " + rate + " is not above. Give a larger --optimizer.lr");
        }
        return step -> {
            if (step > steps) {
                return POLYNOMIAL_END / rate;
            }
            double left = 1 - (double) (step - warmup) / (steps - warmup);
            return ((rate - POLYNOMIAL_END) * left + POLYNOMIAL_END) / rate;
        };
    }
}
