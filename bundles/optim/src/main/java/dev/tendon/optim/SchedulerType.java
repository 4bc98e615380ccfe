/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import dev.tendon.api.choice.ChoiceType;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of learning rate schedule: a choice of {@code --scheduler.type}. Thread: any. */
@ConsumerType
public interface SchedulerType<C extends Record> extends ChoiceType<C> {
    /**
     * Makes a schedule.
     *
     * @param steps that the training is to take
     * @param rate the optimizer's {@link Optimizer#defaultRate}
     * @throws dev.tendon.api.option.ConfigException where the options do not fit them
     */
    Scheduler create(C config, long steps, double rate);
}
