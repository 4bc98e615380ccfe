/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Copies of golden datasets, to be damaged. */
final class Copies {
    private Copies() {}

    static Path of(String golden, Path folder) throws IOException {
        Path from = Path.of("src/test/resources/golden", golden);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return folder;
    }

    static void edit(Path file, UnaryOperator<String> edit) throws IOException {
        String before = Files.readString(file);
        String after = edit.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("Nothing to edit in " + file);
        }
        Files.writeString(file, after);
    }

    /** Reads everything that can be read of a dataset. */
    static void readAll(Path root) throws IOException {
        try (Dataset dataset = Dataset.open(root)) {
            dataset.missingVideos();
            for (EpisodeInfo episode : dataset.episodes()) {
                dataset.frames(
                        episode.index(),
                        dataset.info().features().values().stream()
                                .filter(DatasetFeature::tabular)
                                .map(DatasetFeature::name)
                                .collect(java.util.stream.Collectors.toSet()));
            }
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
