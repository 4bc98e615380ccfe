/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Which files belong to a dataset: those in its folder, symbolic links followed. A link that leads elsewhere would hand out a stranger's
 * file as a video. The Hub's cache is the exception: there a dataset's files are links to {@code blobs} beside its snapshots. Thread: any.
 */
final class FilesWithin {
    private final Path root;

    FilesWithin(Path folder) throws IOException {
        root = folder.toRealPath();
    }

    /** Why a file may not be used; empty where it may. */
    String problem(Path file) {
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real)) {
                return "it is no file";
            }
            return real.startsWith(root) || isBlob(real) ? "" : "it is a link to a file outside the dataset";
        } catch (NoSuchFileException e) {
            return "its file is missing";
        } catch (IOException e) {
            return "its file cannot be read";
        }
    }

    /** {@code datasets--USER--NAME/snapshots/REVISION} and {@code datasets--USER--NAME/blobs}. */
    private boolean isBlob(Path real) {
        Path snapshots = root.getParent();
        return snapshots != null
                && snapshots.endsWith("snapshots")
                && real.startsWith(snapshots.resolveSibling("blobs"));
    }
}
