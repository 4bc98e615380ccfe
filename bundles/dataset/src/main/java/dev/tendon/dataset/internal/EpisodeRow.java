/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An episode as one row of {@code meta} tells of it; nothing of it has been compared with anything else.
 *
 * @param index its number, as told
 * @param length number of frames, as told
 * @param fromRow its first frame, counted over the whole dataset; in v2 counted here
 * @param toRow the frame after its last
 * @param tasks what was done in it, in words
 * @param data the file with its rows
 * @param videos where its pictures are, by feature
 * @param listedIn the file that tells so
 */
public record EpisodeRow(
        int index,
        long length,
        long fromRow,
        long toRow,
        List<String> tasks,
        Path data,
        Map<String, VideoSpan> videos,
        Path listedIn) {
    public EpisodeRow {
        tasks = List.copyOf(tasks);
        videos = Collections.unmodifiableMap(new LinkedHashMap<>(videos));
    }

    /**
     * A stretch of a video file.
     *
     * @param file the file
     * @param fromS where it begins, in seconds of the file
     * @param toS where it ends; the last frame lies before it
     */
    public record VideoSpan(Path file, double fromS, double toS) {}
}
