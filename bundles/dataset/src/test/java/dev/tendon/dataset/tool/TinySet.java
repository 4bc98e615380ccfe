/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.ParquetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * A v3.0 dataset without pictures, row by row, so that a test can spoil any of them before it is written: two episodes of three frames in
 * the first data file, one of four in the second, 10 frames a second.
 */
final class TinySet {
    static final Path FIRST = Path.of("data/chunk-000/file-000.parquet");
    static final Path SECOND = Path.of("data/chunk-000/file-001.parquet");
    static final Path EPISODES = Path.of("meta/episodes/chunk-000/file-000.parquet");

    final List<List<Map<String, Object>>> rows = List.of(new ArrayList<>(), new ArrayList<>());
    final List<Map<String, Object>> episodes = new ArrayList<>();
    final List<Type> columns = new ArrayList<>(List.of(
            ParquetFiles.numbers("action", PrimitiveTypeName.FLOAT),
            ParquetFiles.text("note"),
            ParquetFiles.number("done", PrimitiveTypeName.BOOLEAN),
            ParquetFiles.number("timestamp", PrimitiveTypeName.FLOAT),
            ParquetFiles.number("frame_index", PrimitiveTypeName.INT64),
            ParquetFiles.number("episode_index", PrimitiveTypeName.INT64),
            ParquetFiles.number("index", PrimitiveTypeName.INT64),
            ParquetFiles.number("task_index", PrimitiveTypeName.INT64)));

    TinySet() {
        int row = 0;
        for (int episode = 0; episode < 3; episode++) {
            int file = episode / 2;
            int length = episode == 2 ? 4 : 3;
            episodes.add(episode(episode, row, length, file));
            for (int frame = 0; frame < length; frame++) {
                rows.get(file).add(frame(episode, frame, row++));
            }
        }
    }

    private static Map<String, Object> episode(int episode, int row, int length, int file) {
        Map<String, Object> values = new HashMap<>();
        values.put("episode_index", (long) episode);
        values.put("length", (long) length);
        values.put("dataset_from_index", (long) row);
        values.put("dataset_to_index", (long) row + length);
        values.put("data/chunk_index", 0L);
        values.put("data/file_index", (long) file);
        values.put("tasks", List.of(episode == 1 ? "put" : "pick"));
        return values;
    }

    private static Map<String, Object> frame(int episode, int frame, int row) {
        Map<String, Object> values = new HashMap<>();
        values.put("action", List.of((float) row, row / 2f));
        values.put("note", "row " + row);
        values.put("done", frame == 2);
        values.put("timestamp", frame / 10f);
        values.put("frame_index", (long) frame);
        values.put("episode_index", (long) episode);
        values.put("index", (long) row);
        values.put("task_index", episode == 1 ? 1L : 0L);
        return values;
    }

    /** A row of an episode. */
    Map<String, Object> row(int episode, int frame) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(row -> row.get("episode_index").equals((long) episode)
                        && row.get("frame_index").equals((long) frame))
                .findFirst()
                .orElseThrow();
    }

    Path write(Path root) throws IOException {
        Files.createDirectories(root.resolve("meta"));
        Files.writeString(
                root.resolve("meta/info.json"),
                """
                {"codebase_version": "v3.0", "robot_type": "so101_follower", "fps": 10, "total_episodes": 3, "total_frames": 10,
                 "total_tasks": 2, "chunks_size": 1000, "data_files_size_in_mb": 100, "video_files_size_in_mb": 200,
                 "splits": {"train": "0:3"},
                 "data_path": "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet", "video_path": null,
                 "features": {
                  "action": {"dtype": "float32", "shape": [2], "names": ["a", "b"]},
                  "note": {"dtype": "string", "shape": [1], "names": null},
                  "done": {"dtype": "bool", "shape": [1], "names": null},
                  "timestamp": {"dtype": "float32", "shape": [1], "names": null},
                  "frame_index": {"dtype": "int64", "shape": [1], "names": null},
                  "episode_index": {"dtype": "int64", "shape": [1], "names": null},
                  "index": {"dtype": "int64", "shape": [1], "names": null},
                  "task_index": {"dtype": "int64", "shape": [1], "names": null}}}
                """);
        write(
                root.resolve("meta/tasks.parquet"),
                List.of(ParquetFiles.number("task_index", PrimitiveTypeName.INT64), ParquetFiles.text("task")),
                List.of(Map.of("task_index", 0L, "task", "pick"), Map.of("task_index", 1L, "task", "put")));
        List<Type> episodeColumns = new ArrayList<>(List.of(ParquetFiles.texts("tasks")));
        for (String name : List.of(
                "episode_index",
                "length",
                "data/chunk_index",
                "data/file_index",
                "dataset_from_index",
                "dataset_to_index")) {
            episodeColumns.add(ParquetFiles.number(name, PrimitiveTypeName.INT64));
        }
        write(root.resolve(EPISODES), episodeColumns, episodes);
        write(root.resolve(FIRST), columns, rows.get(0));
        write(root.resolve(SECOND), columns, rows.get(1));
        return root;
    }

    private static void write(Path file, List<Type> columns, List<Map<String, Object>> rows) throws IOException {
        ParquetFiles.write(file, columns, 100, Map.of(), rows);
    }

    /** A copy of a golden dataset, to be damaged. */
    static Path golden(String name, Path to) throws IOException {
        Path from = Path.of("src/test/resources/golden", name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return to;
    }
}
