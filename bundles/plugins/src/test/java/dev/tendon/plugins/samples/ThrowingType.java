/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.samples;

import dev.tendon.api.choice.ChoiceType;

/** A choice whose constructor throws. */
public final class ThrowingType implements ChoiceType<ThrowingType.Config> {
    /** No options. */
    public record Config() {}

    public ThrowingType() {
        throw new IllegalStateException("no licence for this arm");
    }

    @Override
    public Class<Config> configType() {
        return Config.class;
    }
}
