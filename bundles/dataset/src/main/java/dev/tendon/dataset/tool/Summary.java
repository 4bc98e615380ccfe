/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.DatasetInfo;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person wants to know of a dataset first. Made from {@code meta} and the sizes of files; no row is read.
 *
 * @param root the folder
 * @param info what {@code meta/info.json} says
 * @param episodes how many {@code meta} lists
 * @param frames of those episodes
 * @param shortest frames of the shortest episode; 0 without episodes
 * @param longest frames of the longest episode
 * @param cameras features that are pictures
 * @param tasks by rising number
 * @param dataBytes size of the data files
 * @param videoBytes size of the video files
 * @param metaBytes size of the meta folder
 * @param findings what is missing or contradicts itself, as far as it can be seen from here
 */
public record Summary(
        Path root,
        DatasetInfo info,
        int episodes,
        long frames,
        long shortest,
        long longest,
        List<CameraSummary> cameras,
        List<TaskSummary> tasks,
        long dataBytes,
        long videoBytes,
        long metaBytes,
        List<Finding> findings) {
    public Summary {
        cameras = List.copyOf(cameras);
        tasks = List.copyOf(tasks);
        findings = List.copyOf(findings);
    }

    /**
     * A task.
     *
     * @param index its number
     * @param text what it says
     * @param episodes how many episodes have it, alone or among others
     * @param frames of the episodes that have it
     */
    public record TaskSummary(long index, String text, int episodes, long frames) {}

    /** Seconds of all episodes. */
    public double durationS() {
        return frames / info.fps();
    }

    /**
     * Looks at the dataset in {@code root}.
     *
     * @throws dev.tendon.api.option.ConfigException where there is none
     * @throws FormatException where {@code meta/info.json} cannot be read
     */
    public static Summary of(Path root) throws IOException {
        Validator.requireDataset(root);
        MetaScan meta = MetaScan.open(root);
        Findings findings = new Findings(root);
        EpisodeList episodes = EpisodeList.check(meta, findings);
        Map<Long, String> tasks = Validator.tasks(meta, findings);
        new MetaCheck(meta, findings).check(episodes, tasks);
        new FolderCheck(meta, findings).check(episodes.rows());
        List<EpisodeRow> rows = episodes.rows();
        return new Summary(
                root,
                meta.info(),
                rows.size(),
                episodes.frames(),
                rows.stream().mapToLong(EpisodeRow::length).min().orElse(0),
                rows.stream().mapToLong(EpisodeRow::length).max().orElse(0),
                CameraSummary.all(meta, rows),
                summaries(tasks, rows),
                Sizes.of(root.resolve("data")),
                Sizes.of(root.resolve("videos")),
                Sizes.of(root.resolve("meta")),
                findings.kept());
    }

    private static List<TaskSummary> summaries(Map<Long, String> tasks, List<EpisodeRow> rows) {
        Map<String, long[]> counts = new TreeMap<>();
        for (EpisodeRow row : rows) {
            for (String task : row.tasks().stream().distinct().toList()) {
                long[] count = counts.computeIfAbsent(task, text -> new long[2]);
                count[0]++;
                count[1] += row.length();
            }
        }
        return new TreeMap<>(tasks)
                .entrySet().stream()
                        .map(task -> {
                            long[] count = counts.getOrDefault(task.getValue(), new long[2]);
                            return new TaskSummary(task.getKey(), task.getValue(), (int) count[0], count[1]);
                        })
                        .toList();
    }
}
