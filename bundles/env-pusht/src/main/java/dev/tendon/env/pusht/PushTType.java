/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.env.Env;
import dev.tendon.api.env.EnvType;
import org.osgi.service.component.annotations.Component;

/** The choice {@code pusht}. */
@Component
@Choice(value = "pusht", description = "PushT by gym-pusht's rules: push a T onto its goal")
public final class PushTType implements EnvType<PushTConfig> {
    @Override
    public Class<PushTConfig> configType() {
        return PushTConfig.class;
    }

    @Override
    public Env create(PushTConfig config) {
        return new PushTEnv(config);
    }
}
