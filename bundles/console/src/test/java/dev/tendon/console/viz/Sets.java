/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies of golden datasets, to be shown or spoilt. */
final class Sets {
    private Sets() {}

    /** Copies golden dataset {@code name} to {@code folder}/{@code name}. */
    static Path copy(String name, Path folder) throws IOException {
        Path from = Path.of("src/test/resources/golden", name);
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = root.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return root;
    }

    /** Replaces a text that must be there. */
    static void edit(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(before)) {
            throw new AssertionError(before + " is not in " + file);
        }
        Files.writeString(file, text.replace(before, after));
    }

    static Recording recording(Path root) throws IOException {
        return new Recording(Dataset.open(root), List.of(), Optional.empty());
    }

    static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).toList().stream();
        }
    }
}
