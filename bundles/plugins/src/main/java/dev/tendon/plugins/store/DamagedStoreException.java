/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the store is not what Tendon writes. The message names it and says how to go on. */
public final class DamagedStoreException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedStoreException(Path file, String problem, Path current) {
        super("The plugin store is damaged: " + file + ": " + problem + ". Restore the file, or delete " + current
                + " to go on with the distribution alone and install the plugins anew.");
    }
}
