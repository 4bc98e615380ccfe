/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.shell.TendonScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Runs {@code tendon plugins update} for a store, in a process of its own: what a person does in a second terminal, so that its trial
 * of the new bundle costs the running host what it costs there. Thread: any.
 */
final class Updater {
    private final Path command;
    private final Path home;

    /**
     * @param distribution the folder of the running distribution
     * @param home the {@code TENDON_HOME} whose store changes
     */
    Updater(Path distribution, Path home) {
        command = TendonScript.in(distribution);
        this.home = home;
    }

    /**
     * Waits until the store has taken the jar.
     *
     * @throws IOException where it was refused, with what the command said
     */
    void update(Path jar) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.toString(), "plugins", "update", jar.toString());
        builder.environment().put("TENDON_HOME", home.toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException(
                        "tendon plugins update " + jar + " ended with exit code " + exit + ": " + said.strip());
            }
        } finally {
            process.destroy();
        }
    }
}
