/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.store.StoreFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Files that are there in full or not at all. */
final class Written {
    private Written() {}

    /** Writes a file aside, forces it to disk and moves it into place. */
    static void aside(Path file, byte[] content, StoreFiles files) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        files.createFolders(folder);
        Path aside = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        files.delete(aside);
        files.write(aside, content);
        files.sync(aside);
        files.rename(aside, file);
        files.syncFolder(folder);
    }
}
