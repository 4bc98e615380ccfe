/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.EpisodeVideo;
import dev.tendon.dataset.read.Batch;
import dev.tendon.dataset.read.BatchLoader;
import dev.tendon.dataset.read.EpisodeSampler;
import dev.tendon.dataset.read.Item;
import dev.tendon.dataset.read.ItemReader;
import dev.tendon.dataset.read.LoaderOptions;
import dev.tendon.dataset.read.ReadOptions;
import dev.tendon.dataset.read.SamplerOptions;
import dev.tendon.video.Video;
import dev.tendon.video.VideoReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;

/** Measures reading once in every way, each with readers of its own, so that none finds what another left. */
final class ReadRound {
    private final Dataset dataset;
    private final Video video;
    private final ReadBenchOptions options;
    private final Clock clock;
    private final long frames;

    ReadRound(Dataset dataset, Video video, ReadBenchOptions options, Clock clock) {
        this.dataset = dataset;
        this.video = video;
        this.options = options;
        this.clock = clock;
        frames = dataset.info().totalFrames();
    }

    /** Measures. Each way reads the same number of items, from the dataset's beginning again where it is shorter. */
    ReadRates run(int round) throws IOException, InterruptedException {
        int cameras = dataset.videos(0).size();
        double decoder = cameras == 0 ? Double.NaN : decoder();
        double sequential = items(i -> i % frames);
        Random random = new Random(round);
        double atRandom = items(i -> (long) (random.nextDouble() * frames));
        double ordered = loader(SamplerOptions.DEFAULT, cameras);
        double shuffled = loader(SamplerOptions.DEFAULT.shuffled(round), cameras);
        return new ReadRates(decoder, sequential, atRandom, ordered, shuffled, Math.max(1, cameras));
    }

    /** The first camera's videos from the start, whole file by whole file. */
    private double decoder() throws IOException {
        int decoded = 0;
        long ns = 0;
        while (decoded < options.items()) {
            int before = decoded;
            String last = "";
            for (EpisodeInfo episode : dataset.episodes()) {
                EpisodeVideo where = dataset.videos(episode.index()).get(0);
                if (where.file().toString().equals(last) || decoded >= options.items()) {
                    continue;
                }
                last = where.file().toString();
                try (VideoReader reader = video.open(where.file(), 1)) {
                    ByteBuffer rgb = ByteBuffer.allocateDirect(reader.info().rgbBytes());
                    long start = clock.nanoTime();
                    while (decoded < options.items() && !Double.isNaN(reader.next(rgb))) {
                        decoded++;
                    }
                    ns += clock.nanoTime() - start;
                }
            }
            if (decoded == before) {
                throw new IOException(dataset.root() + ": its videos hold no frame");
            }
        }
        return decoded * 1e9 / ns;
    }

    private interface Order {
        long index(long i);
    }

    private double items(Order order) throws IOException {
        try (ItemReader reader = ItemReader.open(dataset, video, ReadOptions.DEFAULT)) {
            Item item = reader.newItem();
            long start = clock.nanoTime();
            for (int i = 0; i < options.items(); i++) {
                reader.read(order.index(i), item);
            }
            return options.items() * 1e9 / (clock.nanoTime() - start);
        }
    }

    private double loader(SamplerOptions sampling, int cameras) throws IOException, InterruptedException {
        EpisodeSampler sampler = EpisodeSampler.of(dataset.episodes(), sampling);
        LoaderOptions loading = LoaderOptions.DEFAULT
                .with(options.batchSize(), options.numWorkers())
                .forEpochs(0);
        try (ItemReader reader = ItemReader.open(dataset, video, ReadOptions.DEFAULT)) {
            long start = clock.nanoTime();
            try (BatchLoader loader = BatchLoader.start(reader, sampler, loading)) {
                int items = 0;
                while (items < options.items()) {
                    Batch batch = loader.next();
                    if (batch == null) {
                        throw new IllegalStateException("a loader without end has ended");
                    }
                    items += batch.items().size();
                    batch.close();
                }
                return items * Math.max(1, cameras) * 1e9 / (clock.nanoTime() - start);
            }
        }
    }
}
