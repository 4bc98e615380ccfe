/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import java.util.List;

/**
 * One episode, as the dataset's {@code meta} lists it.
 *
 * @param index from 0
 * @param fromRow its first frame, counted over the whole dataset
 * @param toRow the frame after its last
 * @param tasks what was done in it, in words; usually one
 */
public record EpisodeInfo(int index, long fromRow, long toRow, List<String> tasks) {
    public EpisodeInfo {
        tasks = List.copyOf(tasks);
    }

    /** Number of frames. */
    public int length() {
        return Math.toIntExact(toRow - fromRow);
    }
}
