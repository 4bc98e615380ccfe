/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a recording came to.
 *
 * @param saved episodes, in order
 * @param discarded episodes that were dropped
 * @param droppedFrames frames that found no room, in episodes saved or not
 * @param worstUnsyncedS the most of an episode that was not on the disk yet, in seconds
 * @param worstBacklog the most pictures that waited for an encoder
 * @param left the episode that was left in the journal, in frames; empty where there is none
 * @param failure what could not be written, if something could not
 */
public record RecordingReport(
        List<SavedEpisode> saved,
        int discarded,
        long droppedFrames,
        double worstUnsyncedS,
        int worstBacklog,
        Optional<Integer> left,
        Optional<IOException> failure) {
    public RecordingReport {
        saved = List.copyOf(saved);
    }

    public long frames() {
        return saved.stream().mapToLong(SavedEpisode::frames).sum();
    }

    public long bytes() {
        return saved.stream().mapToLong(SavedEpisode::bytes).sum();
    }

    /** A percentile of the saves' durations, in milliseconds, as the smallest that is not exceeded by more; NaN where there was none. */
    public double saveMs(double percent) {
        double[] sorted =
                saved.stream().mapToDouble(SavedEpisode::saveMs).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int at = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return Arrays.stream(sorted).skip(Math.max(0, at)).findFirst().orElseThrow();
    }
}
