/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How files that do not change get into the new dataset. */
enum Copier {
    /** A second name for the same bytes, where the file system has such; for a set that takes the old one's place. */
    LINK {
        @Override
        void place(Path from, Path to) throws IOException {
            try {
                Files.createLink(to, from.toRealPath());
            } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
                Files.copy(from, to);
            }
        }
    },
    /** A copy: the new set has a life of its own. */
    COPY {
        @Override
        void place(Path from, Path to) throws IOException {
            Files.copy(from, to);
        }
    };

    /** Puts the content of {@code from} into the new file {@code to}. */
    abstract void place(Path from, Path to) throws IOException;
}
