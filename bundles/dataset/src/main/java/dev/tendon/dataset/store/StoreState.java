/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodesLayout;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FilePosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a dataset to add an episode to it; its size does not grow with the episodes. Immutable.
 *
 * @param spec its features and settings
 * @param episodes how many it has
 * @param frames how many it has in all
 * @param tasks texts, by number
 * @param statistics of all its frames
 * @param layout columns of its episodes files; null where it has none
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
        @Nullable EpisodesLayout layout,
        FilePosition data,
        FilePosition meta,
        Map<String, FilePosition> videos) {
    private static final String EPISODES = "meta/episodes/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet";

    /** From all of meta, of a dataset whose save is not interrupted. */
    static StoreState of(DatasetMeta meta) throws IOException {
        Path root = meta.root();
        DatasetSpec.Settings settings = meta.spec().settings();
        Map<String, FilePosition> videos = new LinkedHashMap<>();
        for (FeatureSpec video : meta.spec().videos()) {
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
                meta.spec(),
                meta.episodes().size(),
                meta.frames(),
                tasks(meta),
                meta.statistics(),
                meta.layout(),
                Numbering.next(root, settings.dataPath(), settings.chunksSize()),
                Numbering.next(root, EPISODES, settings.chunksSize()),
                videos);
    }

    private static List<String> tasks(DatasetMeta meta) throws FormatException {
        List<String> tasks = meta.taskList();
        if (!tasks.isEmpty() && !meta.tasks().containsKey((long) tasks.size() - 1)) {
            throw new FormatException(
                    meta.root().resolve("meta").resolve("tasks.parquet"),
                    "its tasks are not numbered from 0 to " + (tasks.size() - 1),
                    "Run tendon dataset repair --dataset.root=" + meta.root());
        }
        return tasks;
    }
}
