/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.EpisodeInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The order in which items are drawn: a function of epoch and position, so that a run that is taken up again goes on exactly where it was.
 * Knows where the episodes begin, not each index. Thread: any.
 */
public final class EpisodeSampler {
    private final long[] starts;
    private final long[] ends;
    private final List<Integer> skipped;
    private final SamplerOptions options;

    private EpisodeSampler(long[] starts, long[] ends, List<Integer> skipped, SamplerOptions options) {
        this.starts = starts;
        this.ends = ends;
        this.skipped = List.copyOf(skipped);
        this.options = options;
    }

    /**
     * Of a dataset's episodes.
     *
     * @throws ConfigException where no frame is left, or an episode is named that is not there
     */
    public static EpisodeSampler of(List<EpisodeInfo> episodes, SamplerOptions options) {
        BitSet used = new BitSet();
        used.set(0, episodes.size());
        options.episodes().ifPresent(named -> {
            used.clear();
            for (int episode : named) {
                if (episode < 0 || episode >= episodes.size()) {
                    throw new ConfigException("There is no episode " + episode + "; there are " + episodes.size());
                }
                used.set(episode);
            }
        });
        long[] starts = new long[used.cardinality()];
        long[] ends = new long[used.cardinality()];
        List<Integer> skipped = new ArrayList<>();
        int count = 0;
        long drawn = 0;
        for (EpisodeInfo episode : episodes) {
            long length = (long) episode.length() - options.dropFirst() - options.dropLast();
            if (!used.get(episode.index())) {
                continue;
            }
            if (length <= 0) {
                skipped.add(episode.index());
                continue;
            }
            drawn += length;
            starts[count] = episode.fromRow() + options.dropFirst();
            ends[count] = drawn;
            count++;
        }
        if (count == 0) {
            throw new ConfigException("No frame is left to be drawn: of " + used.cardinality()
                    + " episodes none is longer than drop_n_first_frames=" + options.dropFirst()
                    + " and drop_n_last_frames=" + options.dropLast() + " together");
        }
        return new EpisodeSampler(
                java.util.Arrays.copyOf(starts, count), java.util.Arrays.copyOf(ends, count), skipped, options);
    }

    /** How many items an epoch has. */
    public long size() {
        return ends[ends.length - 1];
    }

    /** Episodes of which nothing is drawn, as they are too short for what is dropped. */
    public List<Integer> skipped() {
        return skipped;
    }

    /** The index of the item at a position, 0 to {@link #size} less one, of an epoch. */
    public long index(long epoch, long position) {
        java.util.Objects.checkIndex(position, size());
        long drawn = options.shuffle() ? new Permutation(size(), options.seed(), epoch).of(position) : position;
        int episode = java.util.Arrays.binarySearch(ends, drawn + 1);
        episode = episode < 0 ? -episode - 1 : episode;
        return starts[episode] + drawn - (episode == 0 ? 0 : ends[episode - 1]);
    }
}
