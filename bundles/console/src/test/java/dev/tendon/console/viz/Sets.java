/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.dataset.Dataset;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        return new Recording(Dataset.open(root), List.of(), Optional.empty(), Optional.empty());
    }

    /** {@code v3.0-video} with a depth camera in the place of its own: resources/depth/README.md. */
    static Path depth(Path folder) throws IOException {
        Path root = copy("v3.0-video", folder);
        Files.copy(
                Path.of("src/test/resources/depth/hevc-gray12.mp4"),
                root.resolve("videos/observation.images.front/chunk-000/file-000.mp4"),
                StandardCopyOption.REPLACE_EXISTING);
        return root;
    }

    /** With what makes videos that a browser plays. */
    static Recording converting(Path root) throws IOException {
        Video video = Video.of(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));
        return new Recording(Dataset.open(root), List.of(), Optional.empty(), Optional.of(video));
    }

    static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).toList().stream();
        }
    }
}
