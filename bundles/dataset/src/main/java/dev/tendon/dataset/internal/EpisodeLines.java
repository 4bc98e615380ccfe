/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow.VideoSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code episodes.jsonl} of v2, line by line. */
final class EpisodeLines {
    private final InfoFile info;
    private final Path file;
    private final Consumer<FormatException> problems;

    EpisodeLines(InfoFile info, Path file, Consumer<FormatException> problems) {
        this.info = info;
        this.file = file;
        this.problems = problems;
    }

    void read(List<EpisodeRow> rows) throws IOException {
        long row = 0;
        for (Json line : Json.lines(file)) {
            try {
                EpisodeRow episode = episode(line, row);
                rows.add(episode);
                row = episode.toRow();
            } catch (FormatException e) {
                problems.accept(e);
            }
        }
    }

    private EpisodeRow episode(Json line, long row) throws FormatException {
        int index = (int) line.integer("episode_index", 0, Limits.ENTRIES);
        long length = line.integer("length", 0, Limits.FILE_ROWS);
        List<String> tasks = new ArrayList<>();
        for (JsonNode task : line.get("tasks")) {
            tasks.add(task.asText());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("episode_index", index);
        fields.put("episode_chunk", index / info.chunkSize());
        Path data = info.data().expand(fields);
        Map<String, VideoSpan> videos = new LinkedHashMap<>();
        for (DatasetFeature feature : info.info().features().values()) {
            if (feature.video() && info.video() != null) {
                fields.put("video_key", feature.name());
                double lengthS = length / info.info().fps();
                videos.put(feature.name(), new VideoSpan(info.video().expand(fields), 0, lengthS));
            }
        }
        return new EpisodeRow(index, length, row, row + length, tasks, data, videos, file);
    }
}
