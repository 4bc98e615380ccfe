/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.util.Locale;

/** What a {@link Finding} is about. New kinds may come. */
public enum FindingKind {
    /** {@code meta/info.json} cannot be read, or an entry makes no sense. */
    INFO,
    /** The counts in {@code meta/info.json} contradict what there is. */
    TOTALS,
    /** The list of episodes contradicts itself: one is missing or listed twice, or its rows do not follow the one before. */
    EPISODES,
    /** The list of tasks. */
    TASKS,
    /** {@code meta} speaks of a file that is not there. */
    MISSING_FILE,
    /** A file is damaged, or in a form that is not read here. */
    UNREADABLE_FILE,
    /** A file that no episode names, in a place where datasets have theirs. */
    ORPHAN_FILE,
    /** Something that a tool or a crash left behind. */
    LEFTOVER,
    /** A data file's columns are not those of the features. */
    COLUMNS,
    /** A row has another number of values than its feature. */
    SHAPE,
    /** An episode has another number of rows than it should. */
    ROW_COUNT,
    /** A row's {@code index}, {@code frame_index} or {@code episode_index}, or its place among the rows. */
    ROW_INDEX,
    /** A row's time stamp is not that of its frame. */
    TIMESTAMP,
    /** A row's task is not listed, or not one of its episode's. */
    TASK_INDEX,
    /** A number is infinite or not a number. */
    NOT_FINITE,
    /** A picture within a data file. */
    IMAGE,
    /** A video's size, codec or rate is not what {@code meta/info.json} says. */
    VIDEO_FORMAT,
    /** A video holds another number of frames than its episodes, or frames that cannot be decoded. */
    VIDEO_FRAMES,
    /** An episode's stretch of a video leaves the file, or lies over another's. */
    VIDEO_SPAN,
    /** Statistics are missing, or not those of the data. */
    STATISTICS;

    /** As it is spelled in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
