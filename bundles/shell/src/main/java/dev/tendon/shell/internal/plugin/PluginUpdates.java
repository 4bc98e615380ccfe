/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import java.nio.file.Path;
import java.util.List;

/** Options of {@code plugins update}. */
@Describe("Replace bundles that are there by other versions, also in running hosts")
record PluginUpdates(
        @Positional("FILE") @Describe("Jar files, and folders of which every jar is taken") List<Path> files,
        @Describe("Take versions lower than the present ones") @Default("false") boolean allowDowngrade,
        @Describe("Take only jars that somebody in the trust store signed") @Default("false") boolean requireSigned) {
    PluginUpdates {
        files = ChangeVerb.atLeastOne(files);
    }
}
