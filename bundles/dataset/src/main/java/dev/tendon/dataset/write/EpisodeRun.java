/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.List;

/**
 * Consecutive rows of one episode in a data file.
 *
 * @param episode its number, as the rows have it
 * @param length number of rows
 * @param parts where they are, in order
 */
public record EpisodeRun(int episode, int length, List<Part> parts) {
    public EpisodeRun {
        parts = List.copyOf(parts);
    }

    /**
     * Rows within a row group.
     *
     * @param from number of the first one in the group
     */
    public record Part(int group, long from, int length) {}
}
