/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.dataset.store.LocalFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The local disk. Thread: any. */
final class LocalRunFiles implements RunFiles {
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public void write(Path path, Writing writing) throws IOException {
        writing.to(path);
    }

    @Override
    public void syncTree(Path folder) throws IOException {
        for (Path path : tree(folder)) {
            if (Files.isDirectory(path)) {
                syncFolder(path);
            } else {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (WINDOWS) {
            return; // it cannot open a folder; NTFS journals names by itself
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void exchange(Path one, Path other) throws IOException {
        try {
            new LocalFiles().exchange(one, other);
        } catch (UnsupportedOperationException e) {
            Path between = other.resolveSibling(other.getFileName() + ".old");
            move(other, between);
            move(one, other);
            move(between, one);
        }
    }

    @Override
    public void link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
    }

    @Override
    public void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (Path below : tree(path)) {
                Files.delete(below);
            }
        } else {
            Files.deleteIfExists(path);
        }
    }

    /** All below a folder and the folder itself, what is in a folder before it. */
    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
