/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.EpisodeInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class SamplerProperties {
    @Property(tries = 200)
    void aPermutationHasEachNumberOnce(
            @ForAll @IntRange(min = 1, max = 3000) int size, @ForAll long seed, @ForAll long epoch) {
        Permutation permutation = new Permutation(size, seed, epoch);
        BitSet seen = new BitSet();
        for (int i = 0; i < size; i++) {
            seen.set((int) permutation.of(i));
        }
        assertThat(seen.cardinality()).isEqualTo(size);
        assertThat(seen.length()).isEqualTo(size);
    }

    @Property(tries = 200)
    void eachFrameOfTheChosenEpisodesIsDrawnOnce(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 9) Integer> lengths,
            @ForAll @IntRange(max = 3) int first,
            @ForAll @IntRange(max = 3) int last,
            @ForAll boolean shuffle,
            @ForAll long seed) {
        List<EpisodeInfo> episodes = episodes(lengths);
        List<Integer> chosen = IntStream.range(0, episodes.size())
                .filter(i -> i % 3 != 1)
                .boxed()
                .toList();
        List<Long> expected = new ArrayList<>();
        for (int i : chosen) {
            for (long row = episodes.get(i).fromRow() + first;
                    row < episodes.get(i).toRow() - last;
                    row++) {
                expected.add(row);
            }
        }
        SamplerOptions options = new SamplerOptions(Optional.of(chosen), first, last, shuffle, seed);
        if (expected.isEmpty()) {
            assertThatThrownBy(() -> EpisodeSampler.of(episodes, options)).isInstanceOf(ConfigException.class);
            return;
        }
        EpisodeSampler sampler = EpisodeSampler.of(episodes, options);
        List<Long> drawn = LongStream.range(0, sampler.size())
                .mapToObj(position -> sampler.index(3, position))
                .toList();

        if (shuffle) {
            assertThat(drawn).containsExactlyInAnyOrderElementsOf(expected);
        } else {
            assertThat(drawn).isEqualTo(expected);
        }
    }

    @Example
    void epochsAndSeedsGiveOtherOrdersAndTheSameOnesAgain() {
        List<EpisodeInfo> episodes = episodes(List.of(500, 500));
        List<Long> one = order(episodes, 1, 0);

        assertThat(order(episodes, 1, 0)).isEqualTo(one);
        assertThat(order(episodes, 1, 1)).isNotEqualTo(one);
        assertThat(order(episodes, 2, 0)).isNotEqualTo(one);
        // Shuffled well: neighbours are far apart, on average a third of the whole.
        double sum = 0;
        for (int i = 1; i < one.size(); i++) {
            sum += Math.abs(one.get(i) - one.get(i - 1));
        }
        assertThat(sum / one.size()).isBetween(300.0, 366.0);
    }

    @Example
    void anEpisodeThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> EpisodeSampler.of(
                        episodes(List.of(3)), new SamplerOptions(Optional.of(List.of(1)), 0, 0, false, 0)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("episode 1");
    }

    private static List<Long> order(List<EpisodeInfo> episodes, long seed, long epoch) {
        EpisodeSampler sampler = EpisodeSampler.of(episodes, SamplerOptions.DEFAULT.shuffled(seed));
        return LongStream.range(0, sampler.size())
                .mapToObj(position -> sampler.index(epoch, position))
                .toList();
    }

    private static List<EpisodeInfo> episodes(List<Integer> lengths) {
        List<EpisodeInfo> episodes = new ArrayList<>();
        long row = 0;
        for (int length : lengths) {
            episodes.add(new EpisodeInfo(episodes.size(), row, row + length, List.of()));
            row += length;
        }
        return episodes;
    }
}
