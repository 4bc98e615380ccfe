/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.samples;

import dev.tendon.api.choice.ChoiceType;

/** A choice that cannot say what it is. */
public final class SilentType implements ChoiceType<SilentType.Config> {
    /** No options. */
    public record Config() {}

    @Override
    public Class<Config> configType() {
        throw new IllegalStateException("no options today");
    }
}
