/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is made of an episode for a page that is served: folders by camera, in a temporary folder that is gone when this is closed. Made when
 * it is first looked at; that of the last four episodes is kept. Thread: any; one makes while others wait.
 */
final class EpisodeFiles implements AutoCloseable {
    private static final int KEPT = 4;

    private final Deque<Integer> episodes = new ArrayDeque<>();
    private @Nullable Path folder;
    private boolean closed;

    /** Fills a folder. */
    interface Making {
        void into(Path folder) throws IOException;
    }

    /** The folder of a camera's files, filled. */
    synchronized Path of(Camera camera, int episode, Making making) throws IOException {
        if (closed) {
            throw new IOException("The page is closed");
        }
        Path all = folder;
        if (all == null) {
            all = Files.createTempDirectory("tendon-viz");
            folder = all;
        }
        Path its = all.resolve(Integer.toString(episode));
        if (!episodes.contains(episode)) {
            while (episodes.size() >= KEPT) {
                Folders.delete(all.resolve(Integer.toString(episodes.removeFirst())));
            }
            episodes.add(episode);
            Files.createDirectories(its);
        }
        Path made = its.resolve(camera.folder());
        if (!Files.exists(made)) {
            Files.createDirectory(made);
            try {
                making.into(made);
            } catch (IOException | RuntimeException e) {
                Folders.delete(made); // the next who asks tries again
                throw e;
            }
        }
        return made;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (folder != null) {
            Folders.delete(folder);
        }
    }
}
