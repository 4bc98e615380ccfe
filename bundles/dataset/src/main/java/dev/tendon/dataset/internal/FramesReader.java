/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Reads columns of one episode, from the row groups that hold it and no others. */
public final class FramesReader {
    private static final String INDEX = "episode_index";

    private FramesReader() {}

    /**
     * The values of {@code features} in {@code episode}, by feature name.
     *
     * @throws FormatException where the file is damaged, lacks a column, or holds another number of rows than {@code meta} says
     */
    public static Map<String, Column> read(Episode episode, List<DatasetFeature> features) throws IOException {
        try (ParquetTable table = ParquetTable.open(episode.data())) {
            return read(table, episode, features);
        }
    }

    /** The same from the episode's data file, which is open. */
    static Map<String, Column> read(ParquetTable table, Episode episode, List<DatasetFeature> features)
            throws IOException {
        Map<String, ColumnBuffer> columns = new LinkedHashMap<>();
        for (DatasetFeature feature : features) {
            columns.put(feature.name(), buffer(table, feature));
        }
        Budget budget = new Budget();
        long found = 0;
        for (int group = 0; group < table.groups(); group++) {
            if (table.mayHold(group, INDEX, episode.info().index())) {
                found += readGroup(table, group, budget, episode, columns, found);
            }
        }
        checkAll(table, episode, found);
        Map<String, Column> filled = new LinkedHashMap<>();
        columns.forEach((name, column) -> filled.put(name, column.filled()));
        return filled;
    }

    /**
     * Hands the pictures of {@code feature} in {@code episode} to {@code sink}, frame by frame, as they are stored.
     *
     * @throws FormatException where the file is damaged, lacks the column, or holds another number of rows than {@code meta} says
     */
    public static void pictures(Episode episode, String feature, Dataset.PictureSink sink) throws IOException {
        KeptFailure guard = new KeptFailure(sink);
        try {
            readPictures(episode, feature, guard);
        } catch (IOException e) {
            guard.rethrow();
            throw e;
        }
    }

    private static void readPictures(Episode episode, String feature, Dataset.PictureSink sink) throws IOException {
        try (ParquetTable table = ParquetTable.open(episode.data())) {
            int index = episode.info().index();
            long found = 0;
            for (int group = 0; group < table.groups(); group++) {
                if (table.mayHold(group, INDEX, index)) {
                    long before = found;
                    Run run = run(table, group, episode, before);
                    if (run.length() > 0) {
                        table.group(group, List.of(feature), new Budget(), readers -> {
                            pictures(readers.get(feature), run, before, sink);
                            return Optional.empty();
                        });
                    }
                    found += run.length();
                }
            }
            checkAll(table, episode, found);
        }
    }

    private static void pictures(LeafReader leaf, Run run, long before, Dataset.PictureSink sink) throws IOException {
        for (long row = 0; row < run.from(); row++) {
            leaf.skipRow();
        }
        for (long row = 0; row < run.length(); row++) {
            Binary bytes = leaf.readBinary();
            if (bytes != null) {
                sink.picture(Math.toIntExact(before + row), bytes.getBytes());
            }
        }
    }

    /** What a sink throws is not the file's damage. */
    private static final class KeptFailure implements Dataset.PictureSink {
        private final Dataset.PictureSink sink;
        private @Nullable IOException failure;

        KeptFailure(Dataset.PictureSink sink) {
            this.sink = sink;
        }

        @Override
        public void picture(int frame, byte[] bytes) throws IOException {
            try {
                sink.picture(frame, bytes);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        void rethrow() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private static ColumnBuffer buffer(ParquetTable table, DatasetFeature feature) throws FormatException {
        if (feature.elements() > Limits.ELEMENTS) {
            throw Damage.in(
                    table.file(),
                    "\"" + feature.name() + "\" is said to have " + feature.elements() + " values a frame");
        }
        ColumnBuffer buffer = table.buffer(feature.name(), feature.elements());
        if (buffer.texts() != feature.text()) {
            throw Damage.in(
                    table.file(),
                    "\"" + feature.name() + "\" holds " + (buffer.texts() ? "texts" : "numbers")
                            + ", but is declared as " + feature.dtype());
        }
        return buffer;
    }

    /** Returns how many of the group's rows are the episode's; {@code before} were in earlier groups. */
    private static long readGroup(
            ParquetTable table,
            int group,
            Budget budget,
            Episode episode,
            Map<String, ColumnBuffer> columns,
            long before)
            throws IOException {
        Run run = run(table, group, episode, before);
        if (run.length() == 0 || columns.isEmpty()) {
            return run.length();
        }
        return table.group(group, List.copyOf(columns.keySet()), budget, readers -> {
            for (Map.Entry<String, ColumnBuffer> column : columns.entrySet()) {
                LeafReader leaf = readers.get(column.getKey());
                for (long row = 0; row < run.from(); row++) {
                    leaf.skipRow();
                }
                for (long row = 0; row < run.length(); row++) {
                    leaf.readRow(column.getValue());
                }
            }
            return run.length();
        });
    }

    /** Where the episode's rows are in a group; {@code before} were in earlier groups. */
    private static Run run(ParquetTable table, int group, Episode episode, long before) throws IOException {
        Run run = table.group(
                group,
                List.of(INDEX),
                new Budget(),
                readers -> Run.find(
                        readers.get(INDEX), table.rows(group), episode.info().index()));
        if (run.length() > episode.info().length() - before) {
            throw Damage.in(
                    table.file(),
                    "it holds more than the " + episode.info().length() + " frames of episode "
                            + episode.info().index() + " that meta counts");
        }
        return run;
    }

    private static void checkAll(ParquetTable table, Episode episode, long found) throws FormatException {
        if (found != episode.info().length()) {
            throw Damage.in(
                    table.file(),
                    "it holds " + found + " frames of episode "
                            + episode.info().index() + " instead of "
                            + episode.info().length());
        }
    }

    /** Consecutive rows of a row group. */
    private record Run(long from, long length) {
        /** The rows whose episode is {@code wanted}; they lie together. */
        static Run find(LeafReader episodes, long rows, int wanted) {
            long from = 0;
            long length = 0;
            for (long row = 0; row < rows; row++) {
                if (episodes.readNumber() == wanted) {
                    from = length == 0 ? row : from;
                    if (row != from + length) {
                        throw new Damage.Corrupt("the frames of episode " + wanted + " do not lie together");
                    }
                    length++;
                }
            }
            return new Run(from, length);
        }
    }
}
