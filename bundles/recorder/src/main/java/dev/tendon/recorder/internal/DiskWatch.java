/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.dataset.store.EpisodeJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * How fast the disk fills, and what is left. A save may have to copy an episode once, so that as much must be free as the running episode
 * has taken, and a reserve for everything else. Threads: {@link #look} the journals', one after the other; the rest any.
 */
final class DiskWatch {
    /** Left alone, so that the saved episodes' descriptions and other programs have room. */
    static final long RESERVE_BYTES = 64L << 20;

    /** How much more a copy may take. */
    private static final double COPY = 1.1;

    private final Free free;
    private volatile long freeBytes = Long.MAX_VALUE;
    private volatile long episodeBytes;
    private volatile double bytesPerFrame;
    /** With the films that grow beside the journal. */
    private volatile double writtenPerFrame;

    /** Bytes that can still be written. */
    @FunctionalInterface
    interface Free {
        long bytes() throws IOException;
    }

    /** @param folder any folder on the disk */
    DiskWatch(Path folder) {
        this(() -> free(folder));
    }

    DiskWatch(Free free) {
        this.free = free;
    }

    /** Bytes that can be written on the disk that holds {@code folder}, which need not exist yet. */
    static long free(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    /** Bytes that an episode takes in its journal. */
    static long bytes(EpisodeJournal journal, List<CameraLane> cameras) throws IOException {
        long bytes = journal.bytes();
        for (CameraLane camera : cameras) {
            bytes += size(journal, camera.key());
        }
        return bytes;
    }

    void look(EpisodeJournal journal, List<CameraLane> cameras) throws IOException {
        long bytes = bytes(journal, cameras);
        episodeBytes = bytes;
        if (journal.frames() > 0) {
            long written = bytes;
            for (CameraLane camera : cameras) {
                written += film(journal, camera.key());
            }
            bytesPerFrame = (double) bytes / journal.frames();
            writtenPerFrame = (double) written / journal.frames();
        }
        freeBytes = free.bytes();
    }

    private static long size(EpisodeJournal journal, String key) throws IOException {
        try {
            return Files.size(journal.video(key));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return 0; // not begun, or within the rows
        }
    }

    private static long film(EpisodeJournal journal, String key) throws IOException {
        try {
            return Files.size(journal.film(key));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return 0; // not begun, given up, or within the rows
        }
    }

    /** Bytes free; the largest number where nobody has looked. */
    long freeBytes() {
        return freeBytes;
    }

    /** Bytes that a second of recording takes; 0 where not known. */
    double bytesPerSecond(double fps) {
        return bytesPerFrame * fps;
    }

    /** How many seconds can still be recorded; infinite where nobody knows. */
    double secondsLeft(double fps) {
        double rate = (writtenPerFrame + bytesPerFrame * COPY) * fps; // until it is too low
        double left = freeBytes - RESERVE_BYTES - episodeBytes * COPY;
        return rate <= 0 || freeBytes == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : Math.max(0, left / rate);
    }

    /** Looks anew, after it was {@link #low}; whether another episode can begin. */
    boolean roomAgain() {
        try {
            freeBytes = free.bytes();
        } catch (IOException e) {
            return false;
        }
        episodeBytes = 0;
        return freeBytes > 2 * RESERVE_BYTES;
    }

    /** Whether an episode must end now, so that it can still be saved. */
    boolean low() {
        return freeBytes < RESERVE_BYTES + episodeBytes * COPY;
    }
}
