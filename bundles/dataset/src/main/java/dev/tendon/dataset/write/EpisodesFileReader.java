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
import dev.tendon.dataset.internal.columnar.ColumnField;
import dev.tendon.dataset.internal.columnar.ParquetTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;

/** Reads an episodes file of v3.0 with everything that is in it, statistics and unknown columns included. */
final class EpisodesFileReader {
    private EpisodesFileReader() {}

    /** Its columns. */
    static EpisodesLayout layout(Path file) throws IOException {
        try (DataTable table = DataTable.open(file)) {
            return table.run(() -> {
                List<ColumnField> columns = new ArrayList<>();
                table.schema().getFields().forEach(type -> columns.add(ParquetTypes.field(type)));
                return new EpisodesLayout(columns);
            });
        }
    }

    /** Its episodes, in the order of its rows. */
    static List<EpisodeRecord> read(Path file, Budget budget) throws IOException {
        List<EpisodeRecord> episodes = new ArrayList<>();
        try (DataTable table = DataTable.open(file)) {
            List<ColumnDescriptor> leaves = table.schema().getColumns();
            for (int group = 0; group < table.groups(); group++) {
                int at = group;
                episodes.addAll(table.run(() -> group(table, at, leaves, budget)));
            }
        }
        return episodes;
    }

    private static List<EpisodeRecord> group(DataTable table, int group, List<ColumnDescriptor> leaves, Budget budget)
            throws IOException {
        long rows = table.rows(group);
        if (rows > Limits.ENTRIES) {
            throw new Damage.Corrupt("it has " + rows + " episodes");
        }
        List<Map<String, Object>> values = new ArrayList<>();
        Map<ColumnDescriptor, LeafCursor> cursors = table.group(group, leaves);
        for (ColumnDescriptor leaf : leaves) {
            LeafCursor cursor = cursors.get(leaf);
            for (int row = 0; row < rows; row++) {
                if (row == values.size()) {
                    budget.take(leaves.size());
                    values.add(new LinkedHashMap<>());
                }
                Object value = new CellValues(leaf, budget).read(cursor);
                if (value != null) {
                    values.get(row).put(leaf.getPath()[0], value);
                }
            }
        }
        List<EpisodeRecord> episodes = new ArrayList<>();
        for (Map<String, Object> row : values) {
            episodes.add(new EpisodeRow(table.file(), row).record());
        }
        return episodes;
    }

    /** A row by column. */
    private record EpisodeRow(Path file, Map<String, Object> values) {
        EpisodeRecord record() throws FormatException {
            int index = (int) take(EpisodesColumns.EPISODE, Limits.ENTRIES);
            List<String> tasks = new ArrayList<>();
            if (values.remove(EpisodesColumns.TASKS) instanceof List<?> list) {
                list.forEach(task -> tasks.add(String.valueOf(task)));
            }
            int length = (int) take(EpisodesColumns.LENGTH, Limits.FILE_ROWS);
            long from = take(EpisodesColumns.FROM_ROW, Long.MAX_VALUE / 4);
            long to = take(EpisodesColumns.TO_ROW, Long.MAX_VALUE / 4);
            if (to - from != length) {
                throw Damage.in(
                        file, "episode " + index + " has " + length + " frames, but rows " + from + " to " + to);
            }
            FilePosition data = position(EpisodesColumns.DATA_CHUNK, EpisodesColumns.DATA_FILE);
            FilePosition meta = values.containsKey(EpisodesColumns.META_CHUNK)
                    ? position(EpisodesColumns.META_CHUNK, EpisodesColumns.META_FILE)
                    : FilePosition.FIRST;
            Map<String, VideoPosition> videos = videos();
            DatasetStatistics statistics = statistics();
            return new EpisodeRecord(index, tasks, length, from, data, videos, statistics, meta, values);
        }

        private Map<String, VideoPosition> videos() throws FormatException {
            Map<String, VideoPosition> videos = new LinkedHashMap<>();
            for (String column : List.copyOf(values.keySet())) {
                String end = "/chunk_index";
                if (column.startsWith(EpisodesColumns.VIDEOS) && column.endsWith(end)) {
                    String feature = column.substring(EpisodesColumns.VIDEOS.length(), column.length() - end.length());
                    FilePosition at = position(column, EpisodesColumns.video(feature, "file_index"));
                    videos.put(
                            feature,
                            new VideoPosition(
                                    at,
                                    seconds(EpisodesColumns.video(feature, "from_timestamp")),
                                    seconds(EpisodesColumns.video(feature, "to_timestamp"))));
                }
            }
            return videos;
        }

        private DatasetStatistics statistics() {
            Map<String, Map<String, StatArray>> found = new LinkedHashMap<>();
            for (String column : List.copyOf(values.keySet())) {
                int slash = column.lastIndexOf('/');
                if (column.startsWith(EpisodesColumns.STATS)
                        && slash > EpisodesColumns.STATS.length()
                        && values.get(column) instanceof StatArray array) {
                    values.remove(column);
                    found.computeIfAbsent(
                                    column.substring(EpisodesColumns.STATS.length(), slash),
                                    feature -> new LinkedHashMap<>())
                            .put(column.substring(slash + 1), array);
                }
            }
            Map<String, FeatureStatistics> features = new LinkedHashMap<>();
            found.forEach((feature, statistics) -> features.put(feature, FeatureStatistics.of(statistics)));
            return DatasetStatistics.of(features);
        }

        private FilePosition position(String chunk, String file) throws FormatException {
            return new FilePosition((int) take(chunk, Integer.MAX_VALUE), (int) take(file, Integer.MAX_VALUE));
        }

        private double seconds(String column) throws FormatException {
            if (values.remove(column) instanceof Number number && Double.isFinite(number.doubleValue())) {
                return number.doubleValue();
            }
            throw Damage.in(file, "an episode has no \"" + column + "\"");
        }

        private long take(String column, long most) throws FormatException {
            Object value = values.remove(column);
            if (value instanceof Number number
                    && number.doubleValue() == number.longValue()
                    && number.longValue() >= 0
                    && number.longValue() <= most) {
                return number.longValue();
            }
            throw Damage.in(file, "an episode has \"" + column + "\" = " + (value == null ? "nothing" : value));
        }
    }
}
