/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Pictures out of a dataset's rows, for a page that is served: a file each, in a folder of its own that is gone when this is closed. They
 * are taken out when an episode is first looked at; those of the last four are kept. Thread: any.
 */
final class PictureFiles implements AutoCloseable {
    private static final int KEPT = 4;

    private final Recording recording;
    private final Path folder;
    private final Deque<Integer> episodes = new ArrayDeque<>();

    PictureFiles(Recording recording) throws IOException {
        this.recording = recording;
        folder = Files.createTempDirectory("tendon-viz");
    }

    static String name(int frame) {
        return String.format(Locale.ROOT, "%06d.png", frame);
    }

    /** The file's content. */
    synchronized byte[] read(Camera camera, int episode, int frame) throws IOException {
        Path its = folder.resolve(Integer.toString(episode));
        if (!episodes.contains(episode)) {
            while (episodes.size() >= KEPT) {
                delete(folder.resolve(Integer.toString(episodes.removeFirst())));
            }
            episodes.add(episode);
            delete(its);
            Files.createDirectory(its);
        }
        Path pictures = its.resolve(camera.folder());
        if (!Files.exists(pictures)) {
            Files.createDirectory(pictures);
            recording.pictures(episode, camera, (at, bytes) -> Files.write(pictures.resolve(name(at)), bytes));
        }
        return Files.readAllBytes(pictures.resolve(name(frame)));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        delete(folder);
    }
}
