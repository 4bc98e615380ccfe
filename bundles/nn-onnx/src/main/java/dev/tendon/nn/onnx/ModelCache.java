/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    /** Begins with a dot, as whatever is no model. */
    private static final String KNOWN = ".known";

    /** More than anybody runs in turn; each is as large as its weights. */
    private static final int KEPT = 8;

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
        digest.update(model.graph().toBytes());
        digest.update(content(model, weights).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A hash of the weights' numbers; found once for weights that tell when they are the same. */
    private String content(OnnxModel model, WeightSource weights) throws IOException {
        Optional<String> identity = weights.identity();
        if (identity.isEmpty()) {
            return hash(model, weights);
        }
        MessageDigest which = sha256();
        which.update(identity.get().getBytes(StandardCharsets.UTF_8));
        model.weights().forEach(name -> which.update(("\0" + name).getBytes(StandardCharsets.UTF_8)));
        KnownContents known = new KnownContents(root.resolve(KNOWN));
        String key = HexFormat.of().formatHex(which.digest());
        Optional<String> found = known.find(key);
        if (found.isPresent()) {
            return found.get();
        }
        String hash = hash(model, weights);
        known.keep(key, hash);
        return hash;
    }

    private static String hash(OnnxModel model, WeightSource weights) throws IOException {
        MessageDigest digest = sha256();
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

    Optional<Path> find(String key) throws IOException {
        Path model = root.resolve(key).resolve(MODEL);
        if (!Files.exists(model)) {
            return Optional.empty();
        }
        Files.setLastModifiedTime(model.getParent(), FileTime.from(Instant.now())); // used last
        return Optional.of(model);
    }

    void forget(String key) throws IOException {
        delete(root.resolve(key));
    }

    /** A folder for a model to be. */
    Draft draft() throws IOException {
        Files.createDirectories(root);
        return new Draft(Files.createTempDirectory(root, ".part-"));
    }

    /** Deletes those that were used longest ago. */
    private void tidy() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(root)) {
            folders = all.filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .toList();
        }
        List<Path> oldestFirst = new ArrayList<>(folders);
        Map<Path, FileTime> used = new HashMap<>();
        for (Path folder : folders) {
            used.put(folder, Files.getLastModifiedTime(folder));
        }
        oldestFirst.sort(Comparator.comparing(used::get));
        for (Path folder : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - KEPT))) {
            delete(folder);
        }
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
            } catch (FileSystemException e) { // a folder that is not empty has no exception of its own here
                if (!Files.exists(root.resolve(key).resolve(MODEL))) {
                    throw e;
                } // else the same bytes are there
            }
            tidy();
        }

        @Override
        public void close() throws IOException {
            delete(folder);
        }
    }
}
