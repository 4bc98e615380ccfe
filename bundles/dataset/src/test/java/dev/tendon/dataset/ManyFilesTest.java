/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset in many pieces: chunks, files, row groups that follow no episode, and every type of column. */
class ManyFilesTest {
    /** Episodes by data file; episode e has 3 + e frames. */
    private static final int[][] FILES = {{0, 1, 2}, {3}, {4, 5}};

    @TempDir
    Path root;

    @Test
    void findsEachEpisodeInItsFileWhateverTheRowGroups() throws IOException {
        for (int rowsPerGroup : new int[] {1, 2, 5, 100}) {
            write(rowsPerGroup);
            try (Dataset dataset = Dataset.open(root)) {
                assertThat(dataset.info().totalFrames()).isEqualTo(33);
                for (EpisodeInfo episode : dataset.episodes()) {
                    EpisodeFrames frames =
                            dataset.frames(episode.index(), Set.of("pair", "grid", "done", "note", "exact", "small"));
                    assertThat(frames.length()).isEqualTo(3 + episode.index());
                    for (int i = 0; i < frames.length(); i++) {
                        long row = episode.fromRow() + i;
                        assertThat(frames.value("pair", i, 1)).isEqualTo((float) (row + 0.1));
                        assertThat(frames.value("grid", i, 5)).isEqualTo(row + 5.0);
                        assertThat(frames.value("done", i, 0)).isEqualTo(row % 2);
                        assertThat(frames.text("note", i)).isEqualTo("row " + row);
                        assertThat(frames.value("exact", i, 0)).isEqualTo(row / 3.0);
                        assertThat(frames.value("small", i, 0)).isEqualTo(-row);
                        assertThat(frames.task(i)).isEqualTo(episode.index() % 2 == 0 ? "even" : "odd");
                    }
                }
            }
        }
    }

    private void write(int rowsPerGroup) throws IOException {
        Files.createDirectories(root.resolve("meta"));
        Files.writeString(
                root.resolve("meta/info.json"),
                """
                {"codebase_version": "v3.0", "fps": 12.5, "total_episodes": 6, "total_frames": 33, "robot_type": null,
                 "data_path": "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet", "video_path": null,
                 "features": {
                  "pair": {"dtype": "float32", "shape": [2], "names": {"x": 0, "y": 1}},
                  "grid": {"dtype": "float64", "shape": [2, 3], "names": null},
                  "done": {"dtype": "bool", "shape": [1], "names": null},
                  "note": {"dtype": "string", "shape": [1], "names": null},
                  "exact": {"dtype": "float64", "shape": [1], "names": null},
                  "small": {"dtype": "int32", "shape": [1], "names": null},
                  "timestamp": {"dtype": "float32", "shape": [1], "names": null},
                  "task_index": {"dtype": "int64", "shape": [1], "names": null}}}
                """);
        ParquetFiles.write(
                root.resolve("meta/tasks.parquet"),
                List.of(
                        ParquetFiles.number("task_index", PrimitiveTypeName.INT64),
                        ParquetFiles.text("__index_level_0__")),
                rowsPerGroup,
                Map.of(),
                List.of(
                        Map.of("task_index", 0L, "__index_level_0__", "even"),
                        Map.of("task_index", 1L, "__index_level_0__", "odd")));
        long row = 0;
        for (int file = 0; file < FILES.length; file++) {
            List<Map<String, Object>> rows = new ArrayList<>();
            List<Map<String, Object>> episodes = new ArrayList<>();
            for (int episode : FILES[file]) {
                episodes.add(episode(episode, row, file));
                for (int i = 0; i < 3 + episode; i++) {
                    rows.add(frame(episode, i, row++));
                }
            }
            Path place = Path.of("chunk-%03d".formatted(file / 2), "file-%03d.parquet".formatted(file % 2));
            ParquetFiles.write(root.resolve("data").resolve(place), dataColumns(), rowsPerGroup, Map.of(), rows);
            ParquetFiles.write(
                    root.resolve("meta/episodes").resolve(place), episodeColumns(), rowsPerGroup, Map.of(), episodes);
        }
    }

    private static List<org.apache.parquet.schema.Type> dataColumns() {
        return List.of(
                ParquetFiles.numbers("pair", PrimitiveTypeName.FLOAT),
                ParquetFiles.numbers("grid", PrimitiveTypeName.DOUBLE),
                ParquetFiles.number("done", PrimitiveTypeName.BOOLEAN),
                ParquetFiles.text("note"),
                ParquetFiles.number("exact", PrimitiveTypeName.DOUBLE),
                ParquetFiles.number("small", PrimitiveTypeName.INT32),
                ParquetFiles.number("timestamp", PrimitiveTypeName.FLOAT),
                ParquetFiles.number("episode_index", PrimitiveTypeName.INT64),
                ParquetFiles.number("task_index", PrimitiveTypeName.INT64));
    }

    private static Map<String, Object> frame(int episode, int frame, long row) {
        Map<String, Object> values = new HashMap<>();
        values.put("pair", List.of((float) row, (float) (row + 0.1)));
        values.put("grid", List.of(row + 0.0, row + 1.0, row + 2.0, row + 3.0, row + 4.0, row + 5.0));
        values.put("done", row % 2 == 1);
        values.put("note", "row " + row);
        values.put("exact", row / 3.0);
        values.put("small", (int) -row);
        values.put("timestamp", (float) (frame / 12.5));
        values.put("episode_index", (long) episode);
        values.put("task_index", (long) episode % 2);
        return values;
    }

    private static List<org.apache.parquet.schema.Type> episodeColumns() {
        List<org.apache.parquet.schema.Type> columns = new ArrayList<>();
        columns.add(ParquetFiles.texts("tasks"));
        for (String name : List.of(
                "episode_index",
                "length",
                "data/chunk_index",
                "data/file_index",
                "dataset_from_index",
                "dataset_to_index")) {
            columns.add(ParquetFiles.number(name, PrimitiveTypeName.INT64));
        }
        return columns;
    }

    private static Map<String, Object> episode(int episode, long row, int file) {
        return Map.of(
                "tasks",
                List.of(episode % 2 == 0 ? "even" : "odd", "also"),
                "episode_index",
                (long) episode,
                "length",
                3L + episode,
                "data/chunk_index",
                (long) file / 2,
                "data/file_index",
                (long) file % 2,
                "dataset_from_index",
                row,
                "dataset_to_index",
                row + 3 + episode);
    }
}
