/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.dataset.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BatchLoaderTest {
    private Dataset dataset;
    private ItemReader reader;

    @BeforeEach
    void open() throws Exception {
        dataset = Dataset.open(Golden.set("v3.0-video"));
        reader = ItemReader.open(dataset, Golden.VIDEO, Golden.WINDOWS);
    }

    @AfterEach
    void close() throws Exception {
        reader.close();
        dataset.close();
    }

    @Test
    void batchesComeInTheSamplersOrderWhoeverFillsThem() throws Exception {
        for (int workers : new int[] {1, 2, 5}) {
            LoaderOptions options = LoaderOptions.DEFAULT.with(3, workers).forEpochs(2);
            EpisodeSampler sampler = EpisodeSampler.of(dataset.episodes(), SamplerOptions.DEFAULT.shuffled(11));
            List<Long> seen = drawn(sampler, options);

            assertThat(seen).hasSize(40);
            assertThat(seen.subList(0, 20))
                    .containsExactlyElementsOf(LongStream.range(0, 20)
                            .mapToObj(position -> sampler.index(0, position))
                            .toList());
            assertThat(seen.subList(20, 40))
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, 20).boxed().toList());
        }
    }

    @Test
    void aRunGoesOnWhereItWas() throws Exception {
        EpisodeSampler sampler = EpisodeSampler.of(dataset.episodes(), SamplerOptions.DEFAULT.shuffled(5));
        LoaderOptions options = LoaderOptions.DEFAULT.with(4, 2).forEpochs(2);
        List<Long> whole = drawn(sampler, options);

        List<Long> rest = drawn(sampler, options.from(0, 12).forEpochs(2));

        assertThat(rest).isEqualTo(whole.subList(12, whole.size()));
    }

    @Test
    void theLastBatchIsShortOrLeftOut() throws Exception {
        EpisodeSampler sampler = EpisodeSampler.of(dataset.episodes(), SamplerOptions.DEFAULT);
        LoaderOptions options = LoaderOptions.DEFAULT.with(8, 2);

        assertThat(drawn(sampler, options)).hasSize(20);
        assertThat(drawn(sampler, options.resting(LoaderOptions.Rest.DROPPED))).hasSize(16);
    }

    @Test
    void theNextEpochFillsTheLastBatchUp() throws Exception {
        EpisodeSampler sampler = EpisodeSampler.of(dataset.episodes(), SamplerOptions.DEFAULT.shuffled(3));
        LoaderOptions options = LoaderOptions.DEFAULT.with(8, 3).forEpochs(2).resting(LoaderOptions.Rest.FILLED);
        List<Long> whole = drawn(sampler, options);

        assertThat(whole)
                .containsExactlyElementsOf(LongStream.range(0, 40)
                        .mapToObj(at -> sampler.index(at / 20, at % 20))
                        .toList());
        assertThat(drawn(sampler, options.from(1, 4).forEpochs(1))).isEqualTo(whole.subList(24, 40));
        assertThat(drawn(sampler, options.with(50, 1).forEpochs(1))).hasSize(50).startsWith(whole.toArray(Long[]::new));
    }

    @Test
    void anItemThatCannotBeReadCostsItsBatchOnly() throws Exception {
        ReadOptions failing = ReadOptions.DEFAULT.withTransform((camera, epoch, index, rgb, width, height) -> {
            if (index == 7) {
                throw new java.util.NoSuchElementException("seven");
            }
        });
        try (ItemReader sour = ItemReader.open(dataset, Golden.VIDEO, failing);
                BatchLoader loader = BatchLoader.start(
                        sour,
                        EpisodeSampler.of(dataset.episodes(), SamplerOptions.DEFAULT),
                        LoaderOptions.DEFAULT.with(5, 2))) {
            close(loader.next());
            assertThatThrownBy(loader::next).hasMessageContaining("seven");
            Batch third = loader.next();
            assertThat(third.items().get(0).index()).isEqualTo(10);
            third.close();
            close(loader.next());
            assertThat(loader.next()).isNull();
        }
    }

    @Test
    void itEndsWhileItsWorkersWaitForPlaces() throws Exception {
        EpisodeSampler sampler = EpisodeSampler.of(dataset.episodes(), SamplerOptions.DEFAULT);
        try (BatchLoader loader = BatchLoader.start(
                reader, sampler, LoaderOptions.DEFAULT.with(1, 2).forEpochs(0))) {
            assertThat(loader.next().items()).hasSize(1);
        }
    }

    @Test
    void aBatchIsGivenBackOnce() throws Exception {
        EpisodeSampler sampler =
                EpisodeSampler.of(dataset.episodes(), new SamplerOptions(Optional.of(List.of(1)), 0, 9, false, 0));
        try (BatchLoader loader = BatchLoader.start(reader, sampler, LoaderOptions.DEFAULT.with(1, 1))) {
            Batch only = loader.next();
            assertThat(only.items().get(0).index()).isEqualTo(10);
            assertThat(loader.next()).isNull();
            only.close();
            assertThatThrownBy(only::close).isInstanceOf(IllegalStateException.class);
        }
    }

    private static void close(Batch batch) {
        batch.close();
    }

    private List<Long> drawn(EpisodeSampler sampler, LoaderOptions options) throws IOException, InterruptedException {
        List<Long> seen = new ArrayList<>();
        try (BatchLoader loader = BatchLoader.start(reader, sampler, options)) {
            for (Batch batch = loader.next(); batch != null; batch = loader.next()) {
                batch.items().forEach(item -> seen.add(item.index()));
                batch.close();
            }
        }
        return seen;
    }
}
