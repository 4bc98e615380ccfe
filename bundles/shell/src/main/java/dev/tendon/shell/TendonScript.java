/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell;

import dev.tendon.api.option.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The command that starts a distribution in a process of its own. */
public final class TendonScript {
    private TendonScript() {}

    /**
     * The script of the distribution in {@code folder}.
     *
     * @throws ConfigException where there is none: the folder is no distribution
     */
    public static Path in(Path folder) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path script = folder.resolve("bin").resolve(windows ? "tendon.cmd" : "tendon");
        if (!Files.isExecutable(script)) {
            throw new ConfigException("There is no " + script + " to start: run this from a distribution");
        }
        return script;
    }
}
