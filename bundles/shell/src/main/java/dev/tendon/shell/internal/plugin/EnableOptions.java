/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;

/** Options of {@code plugins enable}. */
@Describe("Take a disabled plugin or bundle back into use")
record EnableOptions(
        @Positional("NAME") @Describe("The bundle's symbolic name, as plugins list shows it") String name) {}
