/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Hashes of contents that were found once, a small file each. What is no hash counts as not there. Thread: any; several processes may share it. */
final class KnownContents {
    private static final String HASH = "[0-9a-f]{64}";
    private static final int KEPT = 200;

    private final Path folder;

    KnownContents(Path folder) {
        this.folder = folder;
    }

    Optional<String> find(String key) throws IOException {
        Path file = folder.resolve(key);
        if (!Files.isRegularFile(file) || Files.size(file) > 100) {
            return Optional.empty();
        }
        String hash = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return hash.matches(HASH) ? Optional.of(hash) : Optional.empty();
    }

    void keep(String key, String hash) throws IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, ".part-", "");
        try {
            Files.writeString(aside, hash);
            Files.move(aside, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
        tidy();
    }

    private void tidy() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        if (files.size() > KEPT) {
            for (Path oldest : files.stream()
                    .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .limit(files.size() - (long) KEPT)
                    .toList()) {
                Files.deleteIfExists(oldest);
            }
        }
    }
}
