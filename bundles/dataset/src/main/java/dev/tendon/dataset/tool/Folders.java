/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    /** Waits until every file in {@code folder} is on the disk. */
    static void sync(Path folder) throws IOException {
        for (Path file : all(folder, false)) {
            if (Files.isRegularFile(file)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    private static List<Path> all(Path folder, boolean deepestFirst) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(deepestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder())
                    .toList();
        }
    }
}
