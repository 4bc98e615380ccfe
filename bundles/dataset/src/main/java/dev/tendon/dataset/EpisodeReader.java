/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import dev.tendon.dataset.internal.Column;
import dev.tendon.dataset.internal.DataFiles;
import dev.tendon.dataset.internal.Episode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Reads episode after episode, always the same columns, and keeps the data files open between them: for whoever reads many. Thread: any,
 * several at a time.
 */
public final class EpisodeReader implements AutoCloseable {
    private final Dataset dataset;
    private final List<DatasetFeature> features;
    private final DataFiles files = new DataFiles();

    EpisodeReader(Dataset dataset, List<DatasetFeature> features) {
        this.dataset = dataset;
        this.features = List.copyOf(features);
    }

    /** As {@link Dataset#frames}. */
    public EpisodeFrames frames(int episode) throws IOException {
        return dataset.frames(episode, this::read);
    }

    private Map<String, Column> read(Episode episode) throws IOException {
        return files.read(episode, features);
    }

    /** Closes the files. */
    @Override
    public void close() throws IOException {
        files.close();
    }
}
