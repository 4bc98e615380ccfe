/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.api.option.ConfigException;
import java.util.List;
import java.util.Optional;

/**
 * Which items are drawn, and in what order: LeRobot's {@code EpisodeAwareSampler} ({@code datasets/sampler.py} of 7427f3180).
 *
 * @param episodes indices of the episodes to draw from; empty: all
 * @param dropFirst frames left out at each episode's start, {@code drop_n_first_frames}
 * @param dropLast frames left out at each episode's end, {@code drop_n_last_frames}
 * @param shuffle whether the order changes from epoch to epoch
 * @param seed what the shuffled order follows from, together with the epoch
 */
public record SamplerOptions(
        Optional<List<Integer>> episodes, int dropFirst, int dropLast, boolean shuffle, long seed) {
    /** All frames, in order. */
    public static final SamplerOptions DEFAULT = new SamplerOptions(Optional.empty(), 0, 0, false, 0);

    public SamplerOptions {
        episodes = episodes.map(List::copyOf);
        if (dropFirst < 0 || dropLast < 0) {
            throw new ConfigException("drop_n_first_frames=" + dropFirst + " and drop_n_last_frames=" + dropLast
                    + ": neither may be less than 0");
        }
    }

    /** The same, shuffled. */
    public SamplerOptions shuffled(long withSeed) {
        return new SamplerOptions(episodes, dropFirst, dropLast, true, withSeed);
    }
}
