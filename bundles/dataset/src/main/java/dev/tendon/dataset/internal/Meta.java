/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.DatasetInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that a dataset's {@code meta} folder says, checked.
 *
 * @param info {@code info.json}
 * @param episodes in order; index {@code i} is at position {@code i}
 * @param tasks text by task index
 * @param videos every video file that the dataset should have
 */
public record Meta(DatasetInfo info, List<Episode> episodes, Map<Long, String> tasks, List<Path> videos) {
    public Meta {
        episodes = List.copyOf(episodes);
        tasks = Map.copyOf(tasks);
        videos = List.copyOf(videos);
    }
}
