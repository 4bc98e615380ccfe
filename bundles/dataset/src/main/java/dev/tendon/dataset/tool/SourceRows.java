/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.RowCursor;
import dev.tendon.dataset.internal.RowCursor.Cell;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.EpisodeRows;
import dev.tendon.dataset.write.FeatureSpec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads episodes' rows, one episode at a time; cheapest in their order, since a file is then read once. Numbers come into memory,
 * pictures only as they are asked for, and only until the next episode is read. Thread: its creator's.
 */
final class SourceRows implements Closeable {
    private static final String EPISODE = "episode_index";

    private final SourceSet set;
    private final List<FeatureSpec> features;
    private @Nullable OpenFile open;

    /** For {@code features} of {@code set}: all that are in its rows, or some of them. */
    SourceRows(SourceSet set, List<FeatureSpec> features) {
        this.set = set;
        this.features = List.copyOf(features);
    }

    /**
     * Reads an episode.
     *
     * @throws FormatException where its rows are not where {@code meta} says, or not what it says
     */
    EpisodeRows read(EpisodeRow episode) throws IOException {
        long first = set.rowsBefore(episode);
        OpenFile file = open;
        if (file == null || !file.path.equals(episode.data()) || file.cursor.row() >= first) {
            close();
            file = new OpenFile(episode.data(), features);
            open = file;
        }
        return file.read(episode, first);
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private static FormatException wrong(EpisodeRow episode, String problem) {
        return new FormatException(
                episode.data(),
                problem + ", in episode " + episode.index(),
                "Run tendon dataset validate, which tells everything that is wrong, or tendon dataset repair");
    }

    /** A data file that is being read. */
    private static final class OpenFile implements Closeable {
        private final Path path;
        private final RowCursor cursor;
        private final Map<FeatureSpec, Cell> cells = new LinkedHashMap<>();
        private final Map<FeatureSpec, PictureColumn> pictures = new LinkedHashMap<>();
        private final Map<FeatureSpec, Cell> names = new LinkedHashMap<>();
        private final Cell episodes;

        OpenFile(Path path, List<FeatureSpec> features) throws IOException {
            this.path = path;
            cursor = RowCursor.open(path);
            try {
                for (FeatureSpec feature : features) {
                    if (feature.image()) {
                        pictures.put(feature, new PictureColumn(path, feature.name()));
                        Optional<Cell> name = cursor.part(feature.name(), "path");
                        if (name.isPresent()) {
                            names.put(feature, name.get());
                        }
                    } else if (feature.numeric() || feature.text()) {
                        cells.put(feature, cursor.cell(feature.name(), feature.elements()));
                    } else {
                        throw new FormatException(
                                path,
                                "\"" + feature.name() + "\" is of type " + feature.dtype()
                                        + ", which cannot be rewritten here",
                                "Remove that feature first, with tendon dataset remove-feature");
                    }
                }
                episodes = cursor.cell(EPISODE, 1);
            } catch (IOException | RuntimeException e) {
                close();
                throw e;
            }
        }

        EpisodeRows read(EpisodeRow episode, long first) throws IOException {
            cursor.skipTo(first);
            int length = Math.toIntExact(episode.length());
            Map<FeatureSpec, ColumnValues.Builder> numbers = new LinkedHashMap<>();
            Map<FeatureSpec, List<String>> texts = new LinkedHashMap<>();
            Map<FeatureSpec, List<@Nullable String>> pictureNames = new LinkedHashMap<>();
            for (int frame = 0; frame < length; frame++) {
                if (!cursor.next()) {
                    throw wrong(episode, "it ends after " + frame + " of " + length + " frames");
                }
                if (episodes.integer(0) != episode.index()) {
                    throw wrong(episode, "row " + cursor.row() + " belongs to episode " + episodes.integer(0));
                }
                for (Map.Entry<FeatureSpec, Cell> cell : cells.entrySet()) {
                    add(cell.getKey(), cell.getValue(), episode, numbers, texts);
                }
                for (Map.Entry<FeatureSpec, Cell> name : names.entrySet()) {
                    pictureNames
                            .computeIfAbsent(name.getKey(), key -> new ArrayList<>())
                            .add(name.getValue().text().orElse(null));
                }
            }
            Map<String, ColumnValues> columns = new LinkedHashMap<>();
            numbers.forEach((feature, values) -> columns.put(feature.name(), values.build()));
            texts.forEach((feature, values) -> columns.put(feature.name(), ColumnValues.texts(values)));
            pictures.forEach((feature, column) -> columns.put(
                    feature.name(),
                    ColumnValues.pictures(column.of(first, pictureNames.getOrDefault(feature, List.of())), length)));
            return new EpisodeRows(length, columns);
        }

        private static void add(
                FeatureSpec feature,
                Cell cell,
                EpisodeRow episode,
                Map<FeatureSpec, ColumnValues.Builder> numbers,
                Map<FeatureSpec, List<String>> texts)
                throws FormatException {
            int elements = feature.elements();
            if (cell.count() != elements || cell.binary() != feature.text()) {
                throw wrong(
                        episode,
                        "\"" + feature.name() + "\" has " + cell.count() + " values instead of " + elements
                                + ", or of another type");
            }
            if (feature.text()) {
                texts.computeIfAbsent(feature, key -> new ArrayList<>())
                        .add(cell.text().orElse(""));
                return;
            }
            ColumnValues.Builder values = numbers.computeIfAbsent(feature, ColumnValues.Builder::of);
            boolean integral = !feature.dtype().startsWith("float");
            for (int i = 0; i < elements; i++) {
                if (integral) {
                    values.add(cell.integer(i));
                } else {
                    values.add(cell.number(i));
                }
            }
        }

        @Override
        public void close() throws IOException {
            for (PictureColumn column : pictures.values()) {
                column.close();
            }
            cursor.close();
        }
    }
}
