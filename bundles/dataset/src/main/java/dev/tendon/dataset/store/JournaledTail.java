/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An episode whose recorder died: found when the dataset is opened, to be kept as an episode or dropped. Thread: its store's owner's.
 */
public final class JournaledTail {
    private final DatasetStore store;
    private final Path folder;
    private final JournalExtent extent;
    private final double seconds;
    private final List<String> tasks;

    JournaledTail(DatasetStore store, Path folder, JournalExtent extent) throws IOException {
        this.store = store;
        this.folder = folder;
        this.extent = extent;
        JournalReader reader = new JournalReader(folder);
        seconds = extent.frames() / reader.header().fps();
        tasks = reader.tasks(extent.frames());
    }

    Path folder() {
        return folder;
    }

    JournalExtent extent() {
        return extent;
    }

    /** Whole frames: those of which the row and all pictures are there. */
    public int frames() {
        return extent.frames();
    }

    /** Frames that some of its streams have beyond these. */
    public int cut() {
        return extent.cut();
    }

    /** How long it is. */
    public double seconds() {
        return seconds;
    }

    /** What was done in it, in words. */
    public List<String> tasks() {
        return tasks;
    }

    /**
     * Saves its whole frames as an episode.
     *
     * @throws dev.tendon.api.option.ConfigException where it does not fit the dataset any more
     */
    public SavedEpisode keep() throws IOException {
        return store.keep(this);
    }

    /** Forgets it. */
    public void drop() throws IOException {
        store.drop(this);
    }
}
