/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.samples;

import dev.tendon.api.choice.ChoiceType;

/** A choice that works. */
public final class GoodType implements ChoiceType<GoodType.Config> {
    /** No options. */
    public record Config() {}

    @Override
    public Class<Config> configType() {
        return Config.class;
    }
}
