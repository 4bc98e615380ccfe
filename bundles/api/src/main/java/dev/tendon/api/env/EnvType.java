/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.env;

import dev.tendon.api.choice.ChoiceType;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of environment: a choice of {@code --env.type}. Thread: any. */
@ConsumerType
public interface EnvType<C extends Record> extends ChoiceType<C> {
    /**
     * Makes an environment.
     *
     * @throws dev.tendon.api.option.ConfigException where the options do not make sense together
     */
    Env create(C config);
}
