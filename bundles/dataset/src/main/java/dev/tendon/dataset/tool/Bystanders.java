/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files of a dataset that no format knows: a README, a licence, what another program keeps in {@code meta}. They belong to the user and go
 * along.
 */
final class Bystanders {
    /** What the formats have at the top, and what is only of this moment. */
    private static final Set<String> KNOWN = Set.of("meta", "data", "videos", "images", ".tendon", ".cache");

    private static final Set<String> KNOWN_META = Set.of(
            "info.json",
            "stats.json",
            "tasks.parquet",
            "tasks.jsonl",
            "episodes",
            "episodes.jsonl",
            "episodes_stats.jsonl");

    private Bystanders() {}

    /** Places those of {@code from} in {@code to}. */
    static void place(Path from, Path to, Copier copier) throws IOException {
        placeAll(from, to, KNOWN, copier);
        placeAll(from.resolve("meta"), to.resolve("meta"), KNOWN_META, copier);
    }

    private static void placeAll(Path from, Path to, Set<String> known, Copier copier) throws IOException {
        for (Path child : children(from)) {
            String name = child.getFileName().toString();
            if (!known.contains(name)) {
                placeTree(child, to.resolve(name), copier);
            }
        }
    }

    private static void placeTree(Path from, Path to, Copier copier) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            placeAll(from, to, Set.of(), copier);
        } else if (Files.isRegularFile(from)) {
            Files.createDirectories(to.getParent());
            copier.place(from, to);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
