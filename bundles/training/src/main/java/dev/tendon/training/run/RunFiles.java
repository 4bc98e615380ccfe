/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Everything that a run changes on a disk beside its figures, one operation a call, so that a test can let each of them fail in turn. {@link
 * LocalRunFiles} is the real one. Thread: any.
 */
interface RunFiles {
    /** Writes into a file or folder. */
    @FunctionalInterface
    interface Writing {
        void to(Path path) throws IOException;
    }

    /** Makes a folder, and those above it that are missing. */
    void makeFolder(Path folder) throws IOException;

    /** Lets {@code writing} write {@code path}. */
    void write(Path path, Writing writing) throws IOException;

    /** Makes durable all files below a folder, and which there are. */
    void syncTree(Path folder) throws IOException;

    /** Makes durable which files a folder holds. */
    void syncFolder(Path folder) throws IOException;

    /** Gives a file or folder another name on the same file system, in one step; a file replaces a file. */
    void move(Path from, Path to) throws IOException;

    /** Lets two folders swap their names, in one step where the system can. */
    void exchange(Path one, Path other) throws IOException;

    /** Makes {@code link} a symbolic link to {@code target}, relative to it. */
    void link(Path link, Path target) throws IOException;

    /** Deletes a file, or a folder with all that is in it; does nothing where there is none. */
    void delete(Path path) throws IOException;
}
