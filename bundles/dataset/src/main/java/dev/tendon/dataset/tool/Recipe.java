/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What a dataset is made of: episodes of others, in order, and what becomes of their columns and tasks.
 *
 * @param spec the new dataset
 * @param picks its episodes; they may come from several sets, and keep the order of each
 * @param tasks the first tasks of the new dataset, by number; those that rows name beside them come behind
 * @param taskOf what a task is called in the new dataset
 * @param columns those that are not read from the old set but made, by name
 * @param encodings cameras whose pictures are encoded, by name; the others' videos are taken as they are
 * @param statistics what becomes of the statistics of values that stay as they are
 */
record Recipe(
        DatasetSpec spec,
        List<Pick> picks,
        List<String> tasks,
        TaskNames taskOf,
        List<NewColumn> columns,
        Map<String, VideoEncoding> encodings,
        KeepStatistics statistics) {
    Recipe {
        encodings = Map.copyOf(encodings);
        picks = List.copyOf(picks);
        tasks = List.copyOf(tasks);
        columns = List.copyOf(columns);
    }

    /** An episode of a dataset. */
    record Pick(SourceSet set, EpisodeRow episode) {}

    /** What becomes of a task's name. */
    @FunctionalInterface
    interface TaskNames {
        TaskNames SAME = (pick, task) -> task;

        String of(Pick pick, String task);
    }

    /** A column that is added. */
    interface NewColumn {
        FeatureSpec feature();

        /** Its values for an episode. */
        ColumnValues of(Pick pick) throws IOException;
    }

    /** Which statistics of the old set are good for the new one. */
    enum KeepStatistics {
        /** All: no value changes. */
        ALL,
        /** All but those of numbers of rows, episodes and tasks. */
        VALUES,
        /** Those of pictures; those of numbers are computed. */
        PICTURES,
        /** None: all are computed, which needs the pictures. */
        NONE
    }

    /** A recipe for {@code picks} in the form {@code spec}, with their tasks as they are. */
    static Recipe of(DatasetSpec spec, List<Pick> picks, List<String> tasks) {
        return new Recipe(spec, picks, tasks, TaskNames.SAME, List.of(), Map.of(), KeepStatistics.VALUES);
    }

    Recipe with(KeepStatistics other) {
        return new Recipe(spec, picks, tasks, taskOf, columns, encodings, other);
    }

    Recipe with(List<String> otherTasks, TaskNames names) {
        return new Recipe(spec, picks, otherTasks, names, columns, encodings, statistics);
    }

    Recipe with(NewColumn column) {
        return new Recipe(spec, picks, tasks, taskOf, List.of(column), encodings, statistics);
    }

    Recipe with(Map<String, VideoEncoding> others) {
        return new Recipe(spec, picks, tasks, taskOf, columns, others, statistics);
    }

    long frames() {
        return picks.stream().mapToLong(pick -> pick.episode().length()).sum();
    }
}
