/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.store.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole trees of files. */
final class Folders {
    private Folders() {}

    /** Deletes {@code folder} and all in it; does nothing where there is none. Follows no links. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path file : all(folder, true)) {
            Files.delete(file);
        }
    }

    /** Waits until every file in {@code folder} is on the disk, and that it is there. */
    static void sync(Path folder) throws IOException {
        LocalFiles disk = new LocalFiles();
        for (Path file : all(folder, true)) {
            if (Files.isRegularFile(file)) {
                disk.sync(file);
            } else if (Files.isDirectory(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                disk.syncFolder(file);
            }
        }
    }

    /** Writes a small file, all or nothing, durably; its folder is made. */
    static void write(Path file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path aside = file.resolveSibling(file.getFileName() + ".tendon-tmp");
        Files.write(aside, content);
        LocalFiles disk = new LocalFiles();
        disk.sync(aside);
        disk.move(aside, file);
        disk.syncFolder(folder);
    }

    private static List<Path> all(Path folder, boolean deepestFirst) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(deepestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder())
                    .toList();
        }
    }
}
