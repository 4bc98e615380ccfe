/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An episode as {@code meta/episodes} describes it.
 *
 * @param index number of the episode
 * @param tasks what was being done, in words, each once
 * @param length number of frames
 * @param fromRow number of its first row in the whole dataset
 * @param data its data file
 * @param videos its videos, by feature
 * @param statistics of its values
 * @param meta the episodes file that this record is in
 * @param extra columns that are not known here, by name: numbers, texts, and lists of these
 */
public record EpisodeRecord(
        int index,
        List<String> tasks,
        int length,
        long fromRow,
        FilePosition data,
        Map<String, VideoPosition> videos,
        DatasetStatistics statistics,
        FilePosition meta,
        Map<String, Object> extra) {
    public EpisodeRecord {
        tasks = List.copyOf(tasks);
        videos = Collections.unmodifiableMap(new LinkedHashMap<>(videos));
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** One behind its last row. */
    public long toRow() {
        return fromRow + length;
    }

    /** This record with another number and place of its rows. */
    public EpisodeRecord moved(int newIndex, long newFromRow, FilePosition newData) {
        return new EpisodeRecord(newIndex, tasks, length, newFromRow, newData, videos, statistics, meta, extra);
    }

    public EpisodeRecord withTasks(List<String> other) {
        return new EpisodeRecord(index, other, length, fromRow, data, videos, statistics, meta, extra);
    }

    public EpisodeRecord withVideos(Map<String, VideoPosition> other) {
        return new EpisodeRecord(index, tasks, length, fromRow, data, other, statistics, meta, extra);
    }

    public EpisodeRecord withStatistics(DatasetStatistics other) {
        return new EpisodeRecord(index, tasks, length, fromRow, data, videos, other, meta, extra);
    }

    /** This record, in another episodes file. */
    public EpisodeRecord in(FilePosition otherMeta) {
        return new EpisodeRecord(index, tasks, length, fromRow, data, videos, statistics, otherMeta, extra);
    }
}
