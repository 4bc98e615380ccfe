/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders, and small files put in place in one step. Thread: any. */
final class Trees {
    /** What a file is called while it is written. */
    static final String ASIDE = ".tendon-tmp";

    private Trees() {}

    /** Deletes a folder with all that is in it, or a file; links are deleted, not followed. Nothing there: nothing done. */
    static void delete(FileLayer layer, Path tree) throws IOException {
        if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
            for (Path child : children(tree)) {
                delete(layer, child);
            }
        }
        layer.delete(tree);
    }

    /** Makes durable all files and folders of a tree. */
    static void sync(FileLayer layer, Path tree) throws IOException {
        if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
            for (Path child : children(tree)) {
                sync(layer, child);
            }
            layer.syncFolder(tree);
        } else if (Files.isRegularFile(tree, LinkOption.NOFOLLOW_LINKS)) {
            layer.sync(tree);
        }
    }

    /** What a folder holds, in the order of the names; nothing where it is none. */
    static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    /** Makes a folder that is durable, whichever of those above it were missing. */
    static void makeFolder(FileLayer layer, Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) && parent != null) {
            makeFolder(layer, parent);
            layer.makeFolder(folder);
            layer.syncFolder(parent);
        }
    }

    /** Writes a new file that is durable, its folder aside. */
    static void write(FileLayer layer, Path file, byte[] content) throws IOException {
        try (FileLayer.Sink sink = layer.create(file)) {
            sink.write(ByteBuffer.wrap(content));
            sink.sync();
        }
    }

    /** Puts a small file in place in one step: written aside, synced, moved, its folder synced. */
    static void replace(FileLayer layer, Path file, byte[] content) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ASIDE);
        layer.delete(aside);
        write(layer, aside, content);
        layer.move(aside, file);
        layer.syncFolder(file.toAbsolutePath().getParent());
    }
}
