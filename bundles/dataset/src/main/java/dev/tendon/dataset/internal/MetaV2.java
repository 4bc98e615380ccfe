/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.EpisodeVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code meta} folder of v2.0 and v2.1 (LeRobot b0923ab74, datasets/utils.py): {@code episodes.jsonl} and {@code
 * tasks.jsonl}; each episode has files of its own.
 */
final class MetaV2 {
    private final Path meta;
    private final InfoFile info;
    private final Set<Path> videos;

    MetaV2(Path root, InfoFile info, Set<Path> videos) {
        meta = root.resolve("meta");
        this.info = info;
        this.videos = videos;
    }

    Meta read() throws IOException {
        return new Meta(info.info(), episodes(), tasks(), List.copyOf(videos));
    }

    private List<Episode> episodes() throws IOException {
        Path file = meta.resolve("episodes.jsonl");
        List<Episode> episodes = new ArrayList<>();
        long row = 0;
        for (Json line : Json.lines(file)) {
            int index = (int) line.integer("episode_index", episodes.size(), episodes.size());
            long length = line.integer("length", 0, Limits.FILE_ROWS);
            List<String> tasks = new ArrayList<>();
            for (JsonNode task : line.get("tasks")) {
                tasks.add(task.asText());
            }
            EpisodeInfo episode = new EpisodeInfo(index, row, row + length, tasks);
            episodes.add(new Episode(episode, data(index), videos(episode)));
            row += length;
        }
        MetaReader.checkTotals(info, file, episodes);
        return episodes;
    }

    private Path data(int episode) throws IOException {
        return info.data().expand(fields(episode));
    }

    /** Each in a file of its own, from that file's start. */
    private List<EpisodeVideo> videos(EpisodeInfo episode) throws IOException {
        List<EpisodeVideo> found = new ArrayList<>();
        PathTemplate template = info.video();
        for (DatasetFeature feature : info.info().features().values()) {
            if (feature.video() && template != null) {
                Map<String, Object> fields = fields(episode.index());
                fields.put("video_key", feature.name());
                Path file = template.expand(fields);
                videos.add(file);
                found.add(new EpisodeVideo(
                        feature.name(), file, 0, episode.length() / info.info().fps()));
            }
        }
        return found;
    }

    private Map<String, Object> fields(int episode) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("episode_index", episode);
        fields.put("episode_chunk", episode / info.chunkSize());
        return fields;
    }

    Map<Long, String> tasks() throws IOException {
        Map<Long, String> tasks = new HashMap<>();
        for (Json line : Json.lines(meta.resolve("tasks.jsonl"))) {
            tasks.put(line.integer("task_index", 0, Limits.ENTRIES), line.text("task"));
        }
        return tasks;
    }
}
