/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.Budget;
import dev.tendon.dataset.internal.Damage;
import dev.tendon.dataset.internal.DataTable;
import dev.tendon.dataset.internal.LeafCursor;
import dev.tendon.dataset.internal.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A data file that is read to be written again: which episodes are in it, and their rows in the precision in which they are stored.
 * Memory holds what is asked for and the packed columns of one row group. Going through the episodes in order decodes each value
 * once. Thread: its creator's.
 */
public final class DataFileReader implements Closeable {
    private static final String EPISODE = "episode_index";

    private final DataTable table;
    private final List<EpisodeRun> episodes = new ArrayList<>();
    private final Map<Place, LeafCursor> cursors = new HashMap<>();

    private DataFileReader(DataTable table) {
        this.table = table;
    }

    /**
     * Opens a data file of either format.
     *
     * @throws FormatException where it is damaged
     */
    public static DataFileReader open(Path file) throws IOException {
        DataFileReader reader = new DataFileReader(DataTable.open(file));
        try {
            reader.findEpisodes();
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void findEpisodes() throws IOException {
        ColumnDescriptor leaf = leaves(EPISODE).get(0);
        Runs runs = new Runs(file());
        for (int group = 0; group < table.groups(); group++) {
            int at = group;
            long rows = table.rows(group);
            table.run(() -> {
                LeafCursor cursor = table.group(at, List.of(leaf)).get(leaf);
                for (long row = 0; row < rows; row++) {
                    cursor.read(1, reader -> runs.add(at, reader.getLong()));
                }
                return runs;
            });
        }
        episodes.addAll(runs.finish());
    }

    public Path file() {
        return table.file();
    }

    /** The episodes in it, in the order of their rows. */
    public List<EpisodeRun> episodes() {
        return List.copyOf(episodes);
    }

    /** Names of its columns. */
    public List<String> columns() {
        return table.schema().getFields().stream()
                .map(org.apache.parquet.schema.Type::getName)
                .toList();
    }

    DataTable table() {
        return table;
    }

    /** The leaves of a column. */
    List<ColumnDescriptor> leaves(String column) throws FormatException {
        List<ColumnDescriptor> leaves = table.schema().getColumns().stream()
                .filter(leaf -> leaf.getPath()[0].equals(column))
                .toList();
        if (leaves.isEmpty()) {
            throw Damage.in(file(), "it has no column \"" + column + "\"; it has " + columns());
        }
        return leaves;
    }

    /**
     * The rows of an episode.
     *
     * @param features which columns; pictures are read as they are asked for, in order, while this reader is open
     * @throws FormatException where the file is damaged, or a column is not as its feature says
     */
    public EpisodeRows rows(EpisodeRun run, Collection<FeatureSpec> features) throws IOException {
        Map<String, ColumnValues> columns = new LinkedHashMap<>();
        Budget budget = new Budget();
        for (FeatureSpec feature : features) {
            if (!DataColumns.known(feature)) {
                throw new FormatException(
                        file(),
                        "\"" + feature.name() + "\" is of type " + feature.dtype() + ", which is not read here",
                        "Copy the dataset without it");
            }
            List<ColumnDescriptor> leaves = leaves(feature.name());
            columns.put(
                    feature.name(),
                    feature.image()
                            ? ColumnValues.pictures(new StoredPictures(this, run, leaves), run.length())
                            : table.run(() -> new StoredValues(this, run, feature, leaves.get(0), budget).read()));
        }
        return new EpisodeRows(run.length(), columns);
    }

    /** A cursor at {@code row} of a row group; one that is there already, if it is not behind. */
    LeafCursor cursor(int group, ColumnDescriptor leaf, long row) throws IOException {
        Place place = new Place(group, List.of(leaf.getPath()));
        LeafCursor cursor = cursors.get(place);
        if (cursor == null || cursor.row() > row) {
            cursor = table.group(group, List.of(leaf)).get(leaf);
            cursors.put(place, cursor);
        }
        cursor.goTo(row);
        return cursor;
    }

    /** Lets go of a cursor that has come to its row group's end. */
    void leave(int group, LeafCursor cursor) {
        if (cursor.row() >= table.rows(group)) {
            cursors.remove(new Place(group, List.of(cursor.column().getPath())));
        }
    }

    @Override
    public void close() throws IOException {
        cursors.clear();
        table.close();
    }

    private record Place(int group, List<String> path) {}

    /** Collects runs from the numbers of the rows' episodes. */
    private static final class Runs {
        private final Path file;
        private final List<EpisodeRun> runs = new ArrayList<>();
        private final List<EpisodeRun.Part> parts = new ArrayList<>();
        private @Nullable Long episode;
        private int group = -1;
        private long row;
        private long from;

        Runs(Path file) {
            this.file = file;
        }

        void add(int inGroup, long number) {
            boolean other = episode == null || episode != number;
            if (other || inGroup != group) {
                endPart();
                if (other) {
                    endRun();
                    episode = number;
                }
                row = inGroup == group ? row : 0;
                group = inGroup;
                from = row;
            }
            row++;
        }

        private void endPart() {
            if (group >= 0 && row > from) {
                parts.add(new EpisodeRun.Part(group, from, (int) (row - from)));
            }
        }

        private void endRun() {
            if (episode != null) {
                if (episode < 0 || episode > Limits.ENTRIES || runs.size() >= Limits.ENTRIES) {
                    throw new Damage.Corrupt("it has rows of episode " + episode);
                }
                int length = parts.stream().mapToInt(EpisodeRun.Part::length).sum();
                runs.add(new EpisodeRun(episode.intValue(), length, parts));
                parts.clear();
            }
        }

        List<EpisodeRun> finish() throws FormatException {
            endPart();
            try {
                endRun();
            } catch (Damage.Corrupt e) {
                throw Damage.in(file, e);
            }
            return runs;
        }
    }
}
