/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DataFileReader;
import dev.tendon.dataset.write.EpisodeRun;
import dev.tendon.dataset.write.FeatureSpec;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds episodes' rows, one episode at a time; cheapest in their order, since a file is then read once. Thread: its creator's. */
final class SourceRows implements Closeable {
    private @Nullable DataFileReader open;

    /**
     * An episode's rows in their file; good until the next one is asked for.
     *
     * @param file open
     * @param run where they are
     */
    record Rows(DataFileReader file, EpisodeRun run) {
        /** All values of one column. */
        ColumnValues column(FeatureSpec feature) throws IOException {
            ColumnValues values = file.rows(run, List.of(feature)).columns().get(feature.name());
            if (values == null) {
                throw new IllegalStateException("\"" + feature.name() + "\" was not read");
            }
            return values;
        }

        int length() {
            return run.length();
        }
    }

    /**
     * The rows of {@code episode}.
     *
     * @throws FormatException where they are not where {@code meta} says, or not as many
     */
    Rows of(EpisodeRow episode) throws IOException {
        DataFileReader file = open;
        if (file == null || !file.file().equals(episode.data())) {
            close();
            file = DataFileReader.open(episode.data());
            open = file;
        }
        Optional<EpisodeRun> run = file.episodes().stream()
                .filter(known -> known.episode() == episode.index())
                .findFirst();
        int found = run.map(EpisodeRun::length).orElse(0);
        if (found != episode.length()) {
            throw new FormatException(
                    episode.data(),
                    "it holds " + found + " frames of episode " + episode.index() + " instead of " + episode.length(),
                    "Run tendon dataset repair");
        }
        return new Rows(file, run.orElseThrow());
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
