/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import dev.tendon.dataset.internal.Column;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The frames of one episode in memory: the columns that were asked for, time stamps and tasks. Immutable. Thread: any.
 *
 * <p>Frames and elements count from 0; an index outside the episode or the feature throws {@link IndexOutOfBoundsException}, a
 * feature that was not asked for {@link IllegalArgumentException}.
 */
public final class EpisodeFrames {
    private final EpisodeInfo episode;
    private final Map<String, Column> columns;
    private final List<String> tasks;

    EpisodeFrames(EpisodeInfo episode, Map<String, Column> columns, List<String> tasks) {
        this.episode = episode;
        this.columns = Map.copyOf(columns);
        this.tasks = List.copyOf(tasks);
    }

    public EpisodeInfo episode() {
        return episode;
    }

    /** Number of frames. */
    public int length() {
        return episode.length();
    }

    /** The features that are here: those asked for, and the bookkeeping columns. */
    public Set<String> features() {
        return columns.keySet();
    }

    /** Seconds since the episode's start, as recorded. */
    public double timestamp(int frame) {
        return value(Dataset.TIMESTAMP, frame, 0);
    }

    /** What was being done, in words. */
    public String task(int frame) {
        return tasks.get(frame);
    }

    /** A number; a truth value is 0 or 1. Elements of a feature with several axes are in row-major order. */
    public double value(String feature, int frame, int element) {
        return column(feature).number(frame, element);
    }

    /** A text. */
    public String text(String feature, int frame) {
        return column(feature).text(frame);
    }

    /** All numbers of a feature, by frame and element, in arrays of the caller's own. */
    public double[][] matrix(String feature) {
        Column column = column(feature);
        double[][] rows = new double[length()][column.elements()];
        for (int frame = 0; frame < rows.length; frame++) {
            for (int element = 0; element < rows[frame].length; element++) {
                rows[frame][element] = column.number(frame, element);
            }
        }
        return rows;
    }

    private Column column(String feature) {
        Column column = columns.get(feature);
        if (column == null) {
            throw new IllegalArgumentException("\"" + feature + "\" was not read; these were: " + columns.keySet());
        }
        return column;
    }
}
