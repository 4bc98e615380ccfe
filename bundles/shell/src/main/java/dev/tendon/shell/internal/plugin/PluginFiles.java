/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import java.util.List;
import java.util.Optional;

/** Options of {@code plugins install}. */
@Describe("Install bundles from jar files, folders of jars or repositories, and hand them to running hosts")
record PluginFiles(
        @Positional("FILE|NAME")
                @Describe(
                        "Jar files, folders of which every jar is taken, and names in a repository (NAME or NAME@VERSION)")
                List<String> files,
        @Describe("Take versions lower than the present ones") @Default("false") boolean allowDowngrade,
        @Describe("Take only jars that somebody in the trust store signed") @Default("false") boolean requireSigned,
        @Describe(
                        "Repository of the names: a configured one, or a URL or path of an index; without it all that are configured")
                Optional<String> repository) {
    PluginFiles {
        if (files.isEmpty()) {
            throw new ConfigException("Which files? Name jar files, folders of jars, or plugins in a repository");
        }
        files = List.copyOf(files);
    }
}
