/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Every way in which the store changes its folder, one step each, so that a test can fail or kill each step in turn.
 * Thread: any.
 */
public interface StoreFiles {
    /** Creates a folder and those above it, where missing. */
    void createFolders(Path folder) throws IOException;

    /** Writes a file that does not exist yet; not yet safe from a power cut. */
    void write(Path file, byte[] content) throws IOException;

    /**
     * Copies into a file that does not exist yet; not yet safe from a power cut.
     *
     * @return the SHA-256 of what was written, in lower-case hexadecimal
     */
    String copy(Path from, Path to) throws IOException;

    /** Forces a file's content to disk. */
    void sync(Path file) throws IOException;

    /** Gives a file another name in one step; a file of that name is replaced. */
    void rename(Path from, Path to) throws IOException;

    /** Forces a folder's names to disk, where the system can. */
    void syncFolder(Path folder) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;
}
