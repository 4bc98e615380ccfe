/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.DatasetInfo;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FilePosition;
import dev.tendon.dataset.write.MetaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must be known of a dataset to add an episode to it; its size does not grow with the episodes. Immutable.
 *
 * @param spec its features and settings
 * @param episodes how many it has
 * @param frames how many it has in all
 * @param tasks texts, by number
 * @param statistics of all its frames
 * @param data where the next data file goes
 * @param meta where the next episodes file goes
 * @param videos where the next video file goes, by feature
 */
record StoreState(
        DatasetSpec spec,
        int episodes,
        long frames,
        List<String> tasks,
        DatasetStatistics statistics,
        FilePosition data,
        FilePosition meta,
        Map<String, FilePosition> videos) {
    private static final String EPISODES = "meta/episodes/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet";

    /** Reads it from the dataset at {@code root}, whose save is not interrupted. */
    static StoreState read(Path root) throws IOException {
        DatasetSpec spec = DatasetSpec.read(root);
        DatasetInfo info = MetaScan.open(root).info();
        DatasetSpec.Settings settings = spec.settings();
        Path stats = root.resolve("meta").resolve("stats.json");
        Map<String, FilePosition> videos = new LinkedHashMap<>();
        for (FeatureSpec video : spec.videos()) {
            String template = settings.videoPath();
            if (template == null) {
                throw new FormatException(
                        new Places(root).info(), "it has video features and no video_path", "Download it again");
            }
            videos.put(
                    video.name(),
                    Numbering.next(root, template.replace("{video_key}", video.name()), settings.chunksSize()));
        }
        return new StoreState(
                spec,
                info.totalEpisodes(),
                info.totalFrames(),
                tasks(root, info),
                Files.exists(stats) ? MetaFiles.readStatistics(stats) : DatasetStatistics.EMPTY,
                Numbering.next(root, settings.dataPath(), settings.chunksSize()),
                Numbering.next(root, EPISODES, settings.chunksSize()),
                videos);
    }

    private static List<String> tasks(Path root, DatasetInfo info) throws IOException {
        Path file = root.resolve("meta").resolve("tasks.parquet");
        if (info.totalEpisodes() == 0 && !Files.exists(file)) {
            return List.of();
        }
        Map<Long, String> numbered = MetaScan.open(root).tasks();
        List<String> tasks = new ArrayList<>();
        for (long number = 0; number < numbered.size(); number++) {
            String task = numbered.get(number);
            if (task == null) {
                throw new FormatException(
                        file,
                        "its tasks are not numbered from 0 to " + (numbered.size() - 1),
                        "Run tendon dataset repair --dataset.root=" + root);
            }
            tasks.add(task);
        }
        return tasks;
    }
}
