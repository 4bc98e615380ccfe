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

/** Options of {@code plugins install}. */
@Describe("Install bundles from jar files or folders of jars, and hand them to running hosts")
record PluginFiles(
        @Positional("FILE…") @Describe("Jar files, and folders of which every jar is taken") List<Path> files,
        @Describe("Take versions lower than the present ones") @Default("false") boolean allowDowngrade) {
    PluginFiles {
        files = ChangeVerb.atLeastOne(files);
    }
}
