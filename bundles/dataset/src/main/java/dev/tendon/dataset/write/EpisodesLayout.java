/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.internal.columnar.ColumnField;
import dev.tendon.dataset.internal.columnar.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a dataset's episodes files, in order. Hugging Face's datasets read all of them by the columns and types of the
 * first, so a file that is added to a dataset takes the layout of those that are there. Immutable.
 */
public final class EpisodesLayout {
    private static final String STATS = "stats/";

    private final List<ColumnField> columns;

    EpisodesLayout(List<ColumnField> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * The layout that LeRobot 0.6 gives a dataset that it records, for episodes like {@code sample}: number, tasks, length, place of
     * the rows, place of each video, statistics by feature, place of the record itself (datasets/dataset_metadata.py, {@code
     * save_episode}).
     */
    public static EpisodesLayout of(DatasetSpec spec, EpisodeRecord sample) {
        List<ColumnField> columns = new ArrayList<>();
        integer(columns, EpisodesColumns.EPISODE);
        columns.add(new ColumnField(EpisodesColumns.TASKS, new ColumnType.ListOf(ColumnType.UTF8, 0)));
        for (String name : List.of(
                EpisodesColumns.LENGTH,
                EpisodesColumns.DATA_CHUNK,
                EpisodesColumns.DATA_FILE,
                EpisodesColumns.FROM_ROW,
                EpisodesColumns.TO_ROW)) {
            integer(columns, name);
        }
        for (FeatureSpec video : spec.videos()) {
            if (sample.videos().containsKey(video.name())) {
                integer(columns, EpisodesColumns.video(video.name(), "chunk_index"));
                integer(columns, EpisodesColumns.video(video.name(), "file_index"));
                columns.add(new ColumnField(EpisodesColumns.video(video.name(), "from_timestamp"), ColumnType.FLOAT64));
                columns.add(new ColumnField(EpisodesColumns.video(video.name(), "to_timestamp"), ColumnType.FLOAT64));
            }
        }
        sample.statistics().ordered(spec).features().forEach((feature, statistics) -> statistics
                .values()
                .forEach((name, value) -> columns.add(new ColumnField(
                        STATS + feature + "/" + name,
                        ColumnType.nested(
                                EpisodesColumns.element(value), value.shape().size())))));
        integer(columns, EpisodesColumns.META_CHUNK);
        integer(columns, EpisodesColumns.META_FILE);
        Map<String, ColumnField> extra = new LinkedHashMap<>();
        sample.extra().forEach((name, value) -> extra.put(name, new ColumnField(name, EpisodesColumns.type(value))));
        columns.addAll(extra.values());
        return new EpisodesLayout(columns);
    }

    private static void integer(List<ColumnField> columns, String name) {
        columns.add(new ColumnField(name, ColumnType.INT64));
    }

    /** Names of the columns. */
    public List<String> names() {
        return columns.stream().map(ColumnField::name).toList();
    }

    List<ColumnField> columns() {
        return columns;
    }
}
