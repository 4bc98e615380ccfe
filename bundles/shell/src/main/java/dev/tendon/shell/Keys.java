/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Single keys that the user presses while a verb runs, without Enter and without being echoed. Where stdin is no terminal, what is
 * written to it counts as typed, so that another program can press keys. Thread: its creator's.
 */
@ProviderType
public interface Keys extends AutoCloseable {
    /** Nobody presses anything. */
    Keys NONE = new Keys() {
        @Override
        public Optional<String> poll() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing was taken
        }
    };

    /**
     * The next key that was pressed; empty where there is none (yet). Waits for nothing.
     *
     * @return {@code right}, {@code left}, {@code up}, {@code down}, {@code escape}, or the character itself; other keys are left out
     */
    Optional<String> poll();

    /** Gives the terminal back as it was. Idempotent. */
    @Override
    void close();
}
