/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.recording;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.dataset.ParquetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * Writes the small recording that lies in the tree, as LeRobot 0.6 lays a dataset out (v3.0): two episodes, an SO-101, no camera.
 */
final class ReachRecording {
    private static final String DATA_PATH = "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet";
    private static final String FILE_0 = "chunk-000/file-000.parquet";
    private static final int VECTOR = ReachMotion.JOINTS.size();

    private final List<ReachMotion> motions = List.of(ReachMotion.toTheLeft(), ReachMotion.toTheRight());

    /** Writes it into folder {@code root}. */
    void write(Path root) throws IOException {
        Files.createDirectories(root.resolve("meta"));
        json(root.resolve("meta/info.json"), info());
        json(root.resolve("meta/stats.json"), stats(allFrames()));
        ParquetFiles.write(
                root.resolve("data").resolve(FILE_0),
                List.of(
                        ParquetFiles.numbers("action", PrimitiveTypeName.FLOAT),
                        ParquetFiles.numbers("observation.state", PrimitiveTypeName.FLOAT),
                        ParquetFiles.number("timestamp", PrimitiveTypeName.FLOAT),
                        ParquetFiles.number("frame_index", PrimitiveTypeName.INT64),
                        ParquetFiles.number("episode_index", PrimitiveTypeName.INT64),
                        ParquetFiles.number("index", PrimitiveTypeName.INT64),
                        ParquetFiles.number("task_index", PrimitiveTypeName.INT64)),
                ReachMotion.FRAMES, // a row group an episode
                Map.of("huggingface", huggingface()),
                allFrames());
        ParquetFiles.write(
                root.resolve("meta/tasks.parquet"),
                List.of(ParquetFiles.number("task_index", PrimitiveTypeName.INT64), ParquetFiles.text("task")),
                1000,
                Map.of("pandas", pandas()),
                tasks());
        ParquetFiles.write(root.resolve("meta/episodes").resolve(FILE_0), episodeColumns(), 1000, Map.of(), episodes());
    }

    /** {@code info.json}. */
    Map<String, Object> info() {
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("action", feature("float32", VECTOR, ReachMotion.JOINTS));
        features.put("observation.state", feature("float32", VECTOR, ReachMotion.JOINTS));
        features.put("timestamp", feature("float32", 1, null));
        for (String name : List.of("frame_index", "episode_index", "index", "task_index")) {
            features.put(name, feature("int64", 1, null));
        }
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("codebase_version", "v3.0");
        info.put("fps", ReachMotion.FPS);
        info.put("features", features);
        info.put("total_episodes", motions.size());
        info.put("total_frames", motions.size() * ReachMotion.FRAMES);
        info.put("total_tasks", motions.size());
        info.put("chunks_size", 1000);
        info.put("data_files_size_in_mb", 100);
        info.put("video_files_size_in_mb", 200);
        info.put("data_path", DATA_PATH);
        info.put("video_path", null);
        info.put("robot_type", "so101_follower");
        info.put("splits", Map.of("train", "0:" + motions.size()));
        return info;
    }

    private static Map<String, Object> feature(String dtype, int elements, List<String> names) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("dtype", dtype);
        feature.put("shape", List.of(elements));
        feature.put("names", names);
        return feature;
    }

    /** All frames of all episodes, a value by column each. */
    List<Map<String, Object>> allFrames() {
        List<Map<String, Object>> frames = new ArrayList<>();
        for (int episode = 0; episode < motions.size(); episode++) {
            frames.addAll(frames(episode));
        }
        return frames;
    }

    private List<Map<String, Object>> frames(int episode) {
        float[][] actions = motions.get(episode).actions();
        float[][] states = motions.get(episode).states();
        List<Map<String, Object>> frames = new ArrayList<>();
        for (int frame = 0; frame < ReachMotion.FRAMES; frame++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("action", boxed(actions[frame]));
            row.put("observation.state", boxed(states[frame]));
            row.put("timestamp", (float) ((double) frame / ReachMotion.FPS));
            row.put("frame_index", (long) frame);
            row.put("episode_index", (long) episode);
            row.put("index", (long) episode * ReachMotion.FRAMES + frame);
            row.put("task_index", (long) episode);
            frames.add(row);
        }
        return frames;
    }

    private static List<Object> boxed(float[] values) {
        List<Object> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    private List<Map<String, Object>> tasks() {
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (int i = 0; i < motions.size(); i++) {
            tasks.add(Map.of("task_index", (long) i, "task", motions.get(i).task()));
        }
        return tasks;
    }

    private List<Type> episodeColumns() {
        List<Type> columns = new ArrayList<>();
        columns.add(ParquetFiles.number("episode_index", PrimitiveTypeName.INT64));
        columns.add(ParquetFiles.texts("tasks"));
        for (String name :
                List.of("length", "data/chunk_index", "data/file_index", "dataset_from_index", "dataset_to_index")) {
            columns.add(ParquetFiles.number(name, PrimitiveTypeName.INT64));
        }
        for (String feature : frames(0).get(0).keySet()) {
            for (String stat : ColumnStats.NAMES) {
                columns.add(ParquetFiles.numbers(
                        "stats/" + feature + "/" + stat,
                        stat.equals("count") ? PrimitiveTypeName.INT64 : PrimitiveTypeName.DOUBLE));
            }
        }
        columns.add(ParquetFiles.number("meta/episodes/chunk_index", PrimitiveTypeName.INT64));
        columns.add(ParquetFiles.number("meta/episodes/file_index", PrimitiveTypeName.INT64));
        return columns;
    }

    /** The rows of {@code meta/episodes}. */
    List<Map<String, Object>> episodes() {
        List<Map<String, Object>> episodes = new ArrayList<>();
        for (int i = 0; i < motions.size(); i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("episode_index", (long) i);
            row.put("tasks", List.of(motions.get(i).task()));
            row.put("length", (long) ReachMotion.FRAMES);
            row.put("data/chunk_index", 0L);
            row.put("data/file_index", 0L);
            row.put("dataset_from_index", (long) i * ReachMotion.FRAMES);
            row.put("dataset_to_index", (long) (i + 1) * ReachMotion.FRAMES);
            stats(frames(i))
                    .forEach((feature, stats) ->
                            stats.forEach((stat, values) -> row.put("stats/" + feature + "/" + stat, values)));
            row.put("meta/episodes/chunk_index", 0L);
            row.put("meta/episodes/file_index", 0L);
            episodes.add(row);
        }
        return episodes;
    }

    /** Statistics by feature and name. */
    static Map<String, Map<String, List<Object>>> stats(List<Map<String, Object>> frames) {
        Map<String, Map<String, List<Object>>> stats = new LinkedHashMap<>();
        for (String feature : frames.get(0).keySet()) {
            stats.put(
                    feature,
                    ColumnStats.of(frames.stream()
                            .map(row -> numbers(row.get(feature)))
                            .toList()));
        }
        return stats;
    }

    private static double[] numbers(Object value) {
        return value instanceof List<?> list
                ? list.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray()
                : new double[] {((Number) value).doubleValue()};
    }

    /** What Hugging Face's datasets library reads the columns' types from. */
    private String huggingface() throws IOException {
        Map<String, Object> features = new LinkedHashMap<>();
        for (String vector : List.of("action", "observation.state")) {
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("feature", Map.of("dtype", "float32", "_type", "Value"));
            list.put("length", VECTOR);
            list.put("_type", "List");
            features.put(vector, list);
        }
        features.put("timestamp", Map.of("dtype", "float32", "_type", "Value"));
        for (String name : List.of("frame_index", "episode_index", "index", "task_index")) {
            features.put(name, Map.of("dtype", "int64", "_type", "Value"));
        }
        return new JsonMapper().writeValueAsString(Map.of("info", Map.of("features", features)));
    }

    /** What pandas reads the index from: LeRobot looks tasks up by their text. */
    private static String pandas() throws IOException {
        Map<String, Object> pandas = new LinkedHashMap<>();
        pandas.put("index_columns", List.of("task"));
        pandas.put("column_indexes", List.of());
        pandas.put("columns", List.of(column("task_index", "int64", "int64"), column("task", "unicode", "object")));
        pandas.put("pandas_version", "2.3.3");
        return new JsonMapper().writeValueAsString(pandas);
    }

    private static Map<String, Object> column(String name, String pandasType, String numpyType) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("name", name);
        column.put("field_name", name);
        column.put("pandas_type", pandasType);
        column.put("numpy_type", numpyType);
        column.put("metadata", null);
        return column;
    }

    private static void json(Path file, Map<String, ?> content) throws IOException {
        DefaultIndenter indent = new DefaultIndenter("    ", "\n");
        ObjectWriter writer = new JsonMapper()
                .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                        .withObjectIndenter(indent)
                        .withArrayIndenter(indent));
        Files.writeString(file, writer.writeValueAsString(content) + "\n");
    }
}
