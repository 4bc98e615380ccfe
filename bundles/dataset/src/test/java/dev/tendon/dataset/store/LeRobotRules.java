/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.dataset.DatasetInfo;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.internal.RowCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What LeRobot's reader takes for granted (0.6, datasets/dataset_reader.py, io_utils.py, dataset_metadata.py): it concatenates all data
 * files, sorted by name, and takes row i for frame i; concatenates all episodes files, sorted by name, and takes row e for
 * episode e; finds a frame's picture by the episode's place in its video.
 */
final class LeRobotRules {
    private LeRobotRules() {}

    /** Holds the dataset at {@code root} against them; returns the value that tells each frame apart, by episode. */
    static List<List<Integer>> check(Path root) throws IOException {
        MetaScan meta = MetaScan.open(root);
        DatasetInfo info = meta.info();
        List<EpisodeRow> episodes = meta.episodes(problem -> {
            throw new AssertionError(problem);
        });
        assertThat(episodes.size()).as("episodes listed").isGreaterThanOrEqualTo(info.totalEpisodes());
        List<int[]> rows = rows(root);
        assertThat(rows.size()).as("rows").isGreaterThanOrEqualTo((int) info.totalFrames());
        Map<Long, String> tasks = info.totalEpisodes() == 0 ? Map.of() : meta.tasks();
        List<List<Integer>> values = new ArrayList<>();
        long row = 0;
        for (int e = 0; e < info.totalEpisodes(); e++) {
            EpisodeRow episode = episodes.get(e);
            assertThat(episode.index()).isEqualTo(e);
            assertThat(episode.fromRow()).isEqualTo(row);
            List<Integer> of = new ArrayList<>();
            for (; row < episode.toRow(); row++) {
                int[] found = rows.get((int) row);
                assertThat(found[0]).as("index of row %s", row).isEqualTo((int) row);
                assertThat(found[1]).as("episode of row %s", row).isEqualTo(e);
                assertThat(found[2]).as("frame of row %s", row).isEqualTo(of.size());
                assertThat(tasks).containsKey((long) found[3]);
                assertThat(episode.tasks()).contains(tasks.get((long) found[3]));
                of.add(found[4]);
            }
            assertThat(episode.videos()).hasSize(2);
            for (EpisodeRow.VideoSpan span : episode.videos().values()) {
                List<Integer> frames = FakeVideo.frames(span.file());
                int from = (int) Math.round(span.fromS() * FakeVideo.FPS);
                assertThat((int) Math.round(span.toS() * FakeVideo.FPS)).isEqualTo(from + of.size());
                assertThat(frames.subList(from, from + of.size()))
                        .as("video of episode %s", e)
                        .isEqualTo(of);
            }
            values.add(of);
        }
        assertThat(row).isEqualTo(info.totalFrames());
        assertThat(info.totalEpisodes() == 0 || Files.exists(root.resolve("meta/stats.json")))
                .isTrue();
        return values;
    }

    /** index, episode_index, frame_index, task_index and first element of action, of all rows in the order LeRobot has them. */
    private static List<int[]> rows(Path root) throws IOException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String column : List.of("index", "episode_index", "frame_index", "task_index", "action")) {
            columns.put(column, 1);
        }
        List<int[]> rows = new ArrayList<>();
        for (Path file : MetaScan.parquetFiles(root.resolve("data"))) {
            try (RowCursor cursor = RowCursor.open(file)) {
                List<RowCursor.Cell> cells = new ArrayList<>();
                for (Map.Entry<String, Integer> column : columns.entrySet()) {
                    cells.add(cursor.cell(column.getKey(), column.getValue()));
                }
                while (cursor.next()) {
                    rows.add(cells.stream()
                            .mapToInt(cell -> (int) cell.number(0))
                            .toArray());
                }
            }
        }
        return rows;
    }
}
