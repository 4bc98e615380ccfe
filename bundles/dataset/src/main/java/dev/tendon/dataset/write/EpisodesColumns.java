/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.internal.columnar.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of an episodes file, and what an episode has in each. */
final class EpisodesColumns {
    static final String EPISODE = "episode_index";
    static final String TASKS = "tasks";
    static final String LENGTH = "length";
    static final String DATA_CHUNK = "data/chunk_index";
    static final String DATA_FILE = "data/file_index";
    static final String FROM_ROW = "dataset_from_index";
    static final String TO_ROW = "dataset_to_index";
    static final String META_CHUNK = "meta/episodes/chunk_index";
    static final String META_FILE = "meta/episodes/file_index";
    static final String VIDEOS = "videos/";
    static final String STATS = "stats/";

    private EpisodesColumns() {}

    static String video(String feature, String column) {
        return VIDEOS + feature + "/" + column;
    }

    /** The type of a value that is not known here. */
    static ColumnType type(Object value) {
        if (value instanceof StatArray array) {
            return ColumnType.nested(element(array), array.shape().size());
        } else if (value instanceof List<?> list) {
            return new ColumnType.ListOf(list.isEmpty() ? ColumnType.UTF8 : type(list.get(0)), 0);
        } else if (value instanceof String) {
            return ColumnType.UTF8;
        } else if (value instanceof Boolean) {
            return ColumnType.BOOL;
        }
        return value instanceof Double ? ColumnType.FLOAT64 : ColumnType.INT64;
    }

    /** The type of a statistic's numbers. */
    static ColumnType element(StatArray value) {
        return value.truth() ? ColumnType.BOOL : value.integral() ? ColumnType.INT64 : ColumnType.FLOAT64;
    }

    /** The value of {@code column}: a number, a text, a list of these, a {@link StatArray}, or null. */
    static @Nullable Object value(EpisodeRecord episode, String column) {
        return switch (column) {
            case EPISODE -> (long) episode.index();
            case TASKS -> episode.tasks();
            case LENGTH -> (long) episode.length();
            case DATA_CHUNK -> (long) episode.data().chunk();
            case DATA_FILE -> (long) episode.data().file();
            case FROM_ROW -> episode.fromRow();
            case TO_ROW -> episode.toRow();
            case META_CHUNK -> (long) episode.meta().chunk();
            case META_FILE -> (long) episode.meta().file();
            default -> {
                int slash = column.lastIndexOf('/');
                if (column.startsWith(STATS) && slash > STATS.length()) {
                    FeatureStatistics found =
                            episode.statistics().features().get(column.substring(STATS.length(), slash));
                    yield found == null ? null : found.values().get(column.substring(slash + 1));
                } else if (column.startsWith(VIDEOS) && slash > VIDEOS.length()) {
                    yield video(
                            episode.videos().get(column.substring(VIDEOS.length(), slash)),
                            column.substring(slash + 1));
                }
                yield episode.extra().get(column);
            }
        };
    }

    private static @Nullable Object video(@Nullable VideoPosition video, String column) {
        if (video == null) {
            return null;
        }
        return switch (column) {
            case "chunk_index" -> (long) video.file().chunk();
            case "file_index" -> (long) video.file().file();
            case "from_timestamp" -> video.fromS();
            case "to_timestamp" -> video.toS();
            default -> null;
        };
    }
}
