/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code info.json} counts and declares, and what tasks there are. */
final class MetaCheck {
    /** Columns that every dataset has (LeRobot 0.6, datasets/utils.py, DEFAULT_FEATURES). */
    static final Map<String, String> BOOKKEEPING = Map.of(
            "timestamp", "float32",
            "frame_index", "int64",
            "episode_index", "int64",
            "index", "int64",
            "task_index", "int64");

    private static final String ADVICE = "Run tendon dataset repair, or copy or download the meta folder again";

    private final MetaScan meta;
    private final Findings findings;
    private final Path info;

    MetaCheck(MetaScan meta, Findings findings) {
        this.meta = meta;
        this.findings = findings;
        info = findings.relative(meta.infoFile());
    }

    void check(EpisodeList episodes, Map<Long, String> tasks) {
        total("total_episodes", episodes.rows().size(), "meta lists");
        total("total_frames", episodes.frames(), "the episodes have");
        if (!tasks.isEmpty() || meta.info().totalEpisodes() == 0) {
            total("total_tasks", tasks.size(), "meta lists");
        }
        if (meta.fileAnEpisode()) {
            long videos = meta.info().features().values().stream()
                    .filter(DatasetFeature::video)
                    .count();
            total("total_videos", videos * episodes.rows().size(), "the episodes have");
        }
        checkFeatures();
        checkTasks(episodes.rows(), tasks);
    }

    private void total(String key, long found, String whoSays) {
        JsonNode told = meta.entry(key);
        if (told.isNumber() && told.asLong() != found) {
            findings.add(Finding.error(
                    FindingKind.TOTALS, info, "\"" + key + "\" is " + told + ", but " + whoSays + " " + found, ADVICE));
        }
    }

    private void checkFeatures() {
        Map<String, DatasetFeature> features = meta.info().features();
        BOOKKEEPING.forEach((name, dtype) -> {
            DatasetFeature feature = features.get(name);
            if (feature == null) {
                findings.add(Finding.error(
                        FindingKind.INFO,
                        info,
                        "there is no feature \"" + name + "\"",
                        "LeRobot needs it in every set"));
            } else if (!feature.dtype().equals(dtype)) {
                findings.add(Finding.warning(
                        FindingKind.INFO,
                        info,
                        "feature \"" + name + "\" is " + feature.dtype() + " instead of " + dtype,
                        "LeRobot writes " + dtype));
            }
        });
        for (DatasetFeature feature : features.values()) {
            if (feature.video() && !meta.hasVideoPath()) {
                findings.add(Finding.error(
                        FindingKind.INFO,
                        info,
                        "\"" + feature.name() + "\" is a video, but there is no \"video_path\"",
                        ADVICE));
            }
        }
    }

    private void checkTasks(List<EpisodeRow> rows, Map<Long, String> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Path file = Path.of("meta", meta.fileAnEpisode() ? "tasks.jsonl" : "tasks.parquet");
        for (long i = 0; i < tasks.size(); i++) {
            if (!tasks.containsKey(i)) {
                findings.add(Finding.error(
                        FindingKind.TASKS,
                        file,
                        "the " + tasks.size() + " tasks are not numbered from 0 on: there is no task " + i
                                + "; LeRobot takes the n-th row for task n",
                        ADVICE));
                break;
            }
        }
        Set<String> texts = new HashSet<>(tasks.values());
        if (texts.size() < tasks.size()) {
            findings.add(Finding.warning(
                    FindingKind.TASKS,
                    file,
                    "a task is listed under two numbers",
                    "Run tendon dataset tasks to see them"));
        }
        for (EpisodeRow row : rows) {
            for (String task : row.tasks()) {
                if (!texts.contains(task)) {
                    findings.add(Finding.error(
                                    FindingKind.TASKS,
                                    findings.relative(row.listedIn()),
                                    "its task \"" + brief(task) + "\" is not in " + file.getFileName(),
                                    ADVICE)
                            .ofEpisode(row.index()));
                }
            }
        }
    }

    static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
