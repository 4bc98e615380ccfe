/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.api.json.PythonJson;
import dev.tendon.dataset.internal.columnar.ColumnField;
import dev.tendon.dataset.internal.columnar.ColumnType;
import dev.tendon.dataset.internal.columnar.ParquetSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.api.Binary;

/**
 * The small files of {@code meta}, written as a whole to a stream, which is flushed and left open: {@code info.json}, {@code
 * stats.json}, {@code tasks.parquet} (v3.0), {@code tasks.jsonl}, {@code episodes.jsonl} and {@code episodes_stats.jsonl} (v2.1).
 * Layout and order are LeRobot's. Thread: any.
 */
public final class MetaFiles {
    private MetaFiles() {}

    /**
     * {@code info.json}.
     *
     * @param tasks number of tasks
     */
    public static void writeInfo(OutputStream out, DatasetSpec spec, int episodes, long frames, int tasks)
            throws IOException {
        write(out, PythonJson.indented(InfoJson.of(spec, episodes, frames, tasks)));
    }

    /** {@code stats.json} (v3.0; 2025 wrote none, but reads it). */
    public static void writeStatistics(OutputStream out, DatasetStatistics statistics) throws IOException {
        write(out, PythonJson.indented(StatisticsJson.of(statistics)));
    }

    /**
     * Statistics from a {@code stats.json}.
     *
     * @throws dev.tendon.dataset.FormatException where it is damaged
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    public static DatasetStatistics readStatistics(Path file) throws IOException {
        return StatisticsJson.read(file);
    }

    /** {@code tasks.parquet}: tasks by number, as pandas writes a table whose index is the task's text. */
    public static void writeTasks(OutputStream out, List<String> tasks) throws IOException {
        List<ColumnField> columns =
                List.of(new ColumnField("task_index", ColumnType.INT64), new ColumnField("task", ColumnType.UTF8));
        try (ParquetSink sink = new ParquetSink(out, columns)) {
            if (!tasks.isEmpty()) {
                List<ColumnDescriptor> leaves = sink.schema().getColumns();
                sink.beginGroup(tasks.size());
                sink.column(leaves.get(0), tasks.size(), true, (row, to) -> to.write((long) row, 0, 1));
                sink.column(
                        leaves.get(1),
                        tasks.size(),
                        true,
                        (row, to) -> to.write(Binary.fromString(tasks.get(row)), 0, 1));
                sink.endGroup();
            }
            sink.finish(Metadata.withSchema(columns, Map.of("pandas", Metadata.tasksOfPandas())));
        }
    }

    /** {@code tasks.jsonl}: a line a task, by number. */
    public static void writeTaskLines(OutputStream out, List<String> tasks) throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("task_index", (long) i);
            line.put("task", tasks.get(i));
            lines.add(line);
        }
        writeLines(out, lines);
    }

    /** {@code episodes.jsonl}: a line an episode. */
    public static void writeEpisodeLines(OutputStream out, Iterable<EpisodeRecord> episodes) throws IOException {
        for (EpisodeRecord episode : episodes) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("episode_index", (long) episode.index());
            line.put("tasks", episode.tasks());
            line.put("length", (long) episode.length());
            writeLines(out, List.of(line));
        }
        out.flush();
    }

    /** {@code episodes_stats.jsonl}: a line an episode. */
    public static void writeEpisodeStatisticsLines(OutputStream out, Iterable<EpisodeRecord> episodes)
            throws IOException {
        for (EpisodeRecord episode : episodes) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("episode_index", (long) episode.index());
            line.put("stats", StatisticsJson.of(episode.statistics()));
            writeLines(out, List.of(line));
        }
        out.flush();
    }

    private static void writeLines(OutputStream out, List<Map<String, Object>> lines) throws IOException {
        for (Map<String, Object> line : lines) {
            out.write((PythonJson.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
