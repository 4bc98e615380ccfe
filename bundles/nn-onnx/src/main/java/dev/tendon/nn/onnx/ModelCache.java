/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Models as ONNX Runtime has optimised them for this machine, a folder each, named by a hash of what they were made of. Whatever
 * is there is whole: a folder is written aside and renamed. Thread: any; several processes may share it.
 */
final class ModelCache {
    /** The optimised model's weights, beside {@link #MODEL}. */
    static final String WEIGHTS = "weights.bin";

    private static final String MODEL = "model.onnx";

    private final Path root;

    ModelCache(Path root) {
        this.root = root;
    }

    /** A hash of all that the optimised model depends on. */
    String key(OnnxModel model, WeightSource weights, String runtimeVersion) throws IOException {
        MessageDigest digest = sha256();
        for (String fact : List.of(runtimeVersion, System.getProperty("os.arch", ""), Processor.features())) {
            digest.update(fact.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update(model.graph());
        for (String name : model.weights()) {
            digest.update(weights.float32(name));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    Optional<Path> find(String key) {
        Path model = root.resolve(key).resolve(MODEL);
        return Files.exists(model) ? Optional.of(model) : Optional.empty();
    }

    void forget(String key) throws IOException {
        delete(root.resolve(key));
    }

    /** A folder for a model to be. */
    Draft draft() throws IOException {
        Files.createDirectories(root);
        return new Draft(Files.createTempDirectory(root, ".part-"));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A model that is being written. What is not kept is deleted. */
    final class Draft implements AutoCloseable {
        private final Path folder;

        private Draft(Path folder) {
            this.folder = folder;
        }

        Path model() {
            return folder.resolve(MODEL);
        }

        /** Keeps what was written under {@code key}; where another process was faster, its work is kept. */
        void keep(String key) throws IOException {
            try {
                Files.move(folder, root.resolve(key), StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                // the same bytes are there
            }
        }

        @Override
        public void close() throws IOException {
            delete(folder);
        }
    }
}
