/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of an episode, by column. {@link #numbered} adds the columns that every dataset has. Immutable.
 *
 * <pre>{@code
 * EpisodeRows rows = new EpisodeRows(120, Map.of("action", ColumnValues.floats(actions, 120 * 6)))
 *         .numbered(spec.fps(), 7, firstRow, ColumnValues.same(taskIndex, 120));
 * }</pre>
 */
public final class EpisodeRows {
    private final int length;
    private final Map<String, ColumnValues> columns;

    /**
     * An episode of {@code length} frames.
     *
     * @param columns values by feature; videos have none
     */
    public EpisodeRows(int length, Map<String, ColumnValues> columns) {
        this.length = length;
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Number of frames. */
    public int length() {
        return length;
    }

    public Map<String, ColumnValues> columns() {
        return columns;
    }

    /**
     * These rows with their bookkeeping, as LeRobot's {@code save_episode} has it (0.6, datasets/dataset_writer.py): {@code
     * timestamp} is frame number by frames a second, unless it is here already.
     *
     * @param firstRow number of the first row in the whole dataset
     * @param taskIndices number of the task for each row
     */
    public EpisodeRows numbered(double fps, int episode, long firstRow, ColumnValues taskIndices) {
        Map<String, ColumnValues> all = new LinkedHashMap<>(columns);
        all.computeIfAbsent("timestamp", key -> timestamps(fps));
        all.put("frame_index", ColumnValues.counting(0, length));
        all.put("episode_index", ColumnValues.same(episode, length));
        all.put("index", ColumnValues.counting(firstRow, length));
        all.put("task_index", taskIndices);
        return new EpisodeRows(length, all);
    }

    private ColumnValues timestamps(double fps) {
        double[] seconds = new double[length];
        for (int frame = 0; frame < length; frame++) {
            seconds[frame] = frame / fps;
        }
        return ColumnValues.doubles(seconds, length);
    }

    /** These rows with other values of {@code feature}. */
    public EpisodeRows with(String feature, ColumnValues values) {
        Map<String, ColumnValues> all = new LinkedHashMap<>(columns);
        all.put(feature, values);
        return new EpisodeRows(length, all);
    }

    /** These rows without {@code feature}. */
    public EpisodeRows without(String feature) {
        Map<String, ColumnValues> all = new LinkedHashMap<>(columns);
        all.remove(feature);
        return new EpisodeRows(length, all);
    }

    /**
     * The values of {@code feature}.
     *
     * @throws IllegalArgumentException where they are missing, or not as many as {@link #length} frames of it have
     */
    ColumnValues checked(FeatureSpec feature) {
        ColumnValues values = columns.get(feature.name());
        if (values == null) {
            throw new IllegalArgumentException(
                    "There are no values of \"" + feature.name() + "\"; there are " + columns.keySet());
        }
        int wanted = length * (feature.image() ? 1 : feature.elements());
        if (values.size() != wanted) {
            throw new IllegalArgumentException("\"" + feature.name() + "\" has " + values.size() + " values instead of "
                    + wanted + " (" + length + " frames)");
        }
        return values;
    }
}
