/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow.VideoSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A file of {@code meta/episodes} of v3.0, row by row; its statistics are left alone. */
final class EpisodeTable {
    private static final String CHUNK = "chunk_index";
    private static final String FILE = "file_index";
    private static final String TASKS = "tasks";
    private static final List<String> NUMBERS = List.of(
            "episode_index", "length", "dataset_from_index", "dataset_to_index", "data/" + CHUNK, "data/" + FILE);

    private final InfoFile info;
    private final Path file;
    private final Consumer<FormatException> problems;

    EpisodeTable(InfoFile info, Path file, Consumer<FormatException> problems) {
        this.info = info;
        this.file = file;
        this.problems = problems;
    }

    void read(List<EpisodeRow> rows) throws IOException {
        try (ParquetTable table = ParquetTable.open(file)) {
            List<String> columns = new ArrayList<>(NUMBERS);
            List<String> videoKeys = new ArrayList<>();
            for (DatasetFeature feature : info.info().features().values()) {
                if (feature.video() && info.video() != null && table.has(video(feature.name(), FILE))) {
                    videoKeys.add(feature.name());
                    for (String column : List.of(CHUNK, FILE, "from_timestamp", "to_timestamp")) {
                        columns.add(video(feature.name(), column));
                    }
                }
            }
            List<String> all = new ArrayList<>(columns);
            if (table.has(TASKS)) {
                all.add(TASKS);
            }
            for (int group = 0; group < table.groups(); group++) {
                long count = table.rows(group);
                table.group(group, all, new Budget(), readers -> {
                    readGroup(readers, columns, videoKeys, count, rows);
                    return Optional.empty();
                });
            }
        }
    }

    private void readGroup(
            Map<String, LeafReader> readers,
            List<String> columns,
            List<String> videoKeys,
            long count,
            List<EpisodeRow> rows) {
        Map<String, Double> values = new HashMap<>();
        LeafReader tasks = readers.get(TASKS);
        double[] one = new double[1];
        for (long row = 0; row < count; row++) {
            for (String column : columns) {
                int found = readers.get(column).readLoosely(one);
                values.put(column, found == 1 ? one[0] : Double.NaN);
            }
            List<String> texts = tasks == null ? List.of() : tasks.readTexts();
            try {
                rows.add(episode(values, texts, videoKeys));
            } catch (FormatException e) {
                problems.accept(e);
            }
        }
    }

    private EpisodeRow episode(Map<String, Double> values, List<String> tasks, List<String> videoKeys)
            throws FormatException {
        int index = (int) integer(values, "episode_index", Limits.ENTRIES);
        Path data = info.data()
                .expand(Map.of(
                        CHUNK, integer(values, "data/" + CHUNK, Integer.MAX_VALUE),
                        FILE, integer(values, "data/" + FILE, Integer.MAX_VALUE)));
        Map<String, VideoSpan> videos = new LinkedHashMap<>();
        PathTemplate template = info.video();
        for (String key : videoKeys) {
            if (template != null) {
                Path video = template.expand(Map.of(
                        "video_key",
                        key,
                        CHUNK,
                        integer(values, video(key, CHUNK), Integer.MAX_VALUE),
                        FILE,
                        integer(values, video(key, FILE), Integer.MAX_VALUE)));
                videos.put(
                        key,
                        new VideoSpan(
                                video,
                                values.get(video(key, "from_timestamp")),
                                values.get(video(key, "to_timestamp"))));
            }
        }
        return new EpisodeRow(
                index,
                integer(values, "length", Limits.FILE_ROWS),
                integer(values, "dataset_from_index", Long.MAX_VALUE / 4),
                integer(values, "dataset_to_index", Long.MAX_VALUE / 4),
                tasks,
                data,
                videos,
                file);
    }

    private static String video(String key, String column) {
        return "videos/" + key + "/" + column;
    }

    private long integer(Map<String, Double> values, String column, long most) throws FormatException {
        double value = values.get(column);
        if (!(value >= 0 && value <= most && value == Math.rint(value))) {
            double index = values.get("episode_index");
            String whose = index >= 0 && index <= most ? "episode " + (long) index : "a row";
            throw Damage.in(file, whose + " has \"" + column + "\" = " + value);
        }
        return (long) value;
    }
}
