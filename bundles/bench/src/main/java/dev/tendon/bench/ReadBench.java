/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.read.Item;
import dev.tendon.dataset.read.ItemReader;
import dev.tendon.dataset.read.ReadOptions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code tendon bench read}: items and batches per second of a dataset, against what the bare decoder gives on the same files in the same
 * round.
 */
@Component(service = Verb.class)
@VerbName("bench read")
@VerbGroup("Measuring")
public final class ReadBench implements Verb<ReadBenchOptions> {
    private final Video video;
    private final Clock clock = new SystemClock();

    @Activate
    public ReadBench(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(ReadBenchOptions options, Console console) throws IOException, InterruptedException {
        List<ReadRates> rounds = new ArrayList<>();
        double openS;
        try (Live live = console.live()) {
            video.encoders(); // FFmpeg is loaded once in a process, which is not what is measured
            long start = clock.nanoTime();
            try (Dataset dataset = Dataset.open(options.dataset().root())) {
                try (ItemReader reader = ItemReader.open(dataset, video, ReadOptions.DEFAULT)) {
                    if (reader.size() == 0) {
                        throw new dev.tendon.api.option.ConfigException(
                                dataset.root() + " has no frames to read. Give another --dataset.root");
                    }
                    Item item = reader.newItem();
                    reader.read(0, item);
                }
                openS = (clock.nanoTime() - start) / 1e9;
                for (int round = 0; round < options.rounds(); round++) {
                    live.progress("Reading", round, options.rounds());
                    rounds.add(new ReadRound(dataset, video, options, clock).run(round));
                }
            }
        }
        console.json(json(options, openS, rounds));
        print(console, options, openS, rounds);
        return DONE;
    }

    private static Map<String, Object> json(ReadBenchOptions options, double openS, List<ReadRates> rounds) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rounds", options.rounds());
        json.put("items", options.items());
        json.put("num_workers", options.numWorkers());
        json.put("batch_size", options.batchSize());
        json.put("open_s", Figures.rounded(openS));
        json.put("decoder_frames_per_s", figure(rounds, ReadRates::decoder));
        json.put("sequential_items_per_s", figure(rounds, ReadRates::sequential));
        json.put("random_items_per_s", figure(rounds, ReadRates::random));
        json.put("batch8_frames_per_s", figure(rounds, ReadRates::ordered));
        json.put("batch8_shuffled_frames_per_s", figure(rounds, ReadRates::shuffled));
        json.put("sequential_of_decoder", figure(rounds, ReadRates::sequentialOfDecoder));
        json.put("random_of_decoder", figure(rounds, ReadRates::randomOfDecoder));
        json.put("batch8_of_decoder", figure(rounds, ReadRates::orderedOfDecoder));
        json.put("batch8_shuffled_of_decoder", figure(rounds, ReadRates::shuffledOfDecoder));
        return json;
    }

    /** The median of the rounds; null: not measured. */
    private static @Nullable Object figure(List<ReadRates> rounds, ToDoubleFunction<ReadRates> of) {
        double median = median(rounds, of);
        return Double.isNaN(median) ? null : (Object) Figures.rounded(median);
    }

    private static double median(List<ReadRates> rounds, ToDoubleFunction<ReadRates> of) {
        return Figures.median(rounds.stream().mapToDouble(of).boxed().toList());
    }

    private static void print(Console console, ReadBenchOptions options, double openS, List<ReadRates> rounds) {
        console.out(String.format(
                Locale.ROOT,
                "opened, and the first item read, in %.3f s; medians of %d rounds:",
                openS,
                rounds.size()));
        boolean decoded = !Double.isNaN(median(rounds, ReadRates::decoder));
        if (decoded) {
            console.out(String.format(
                    Locale.ROOT, "%-34s %8.1f frames/s", "bare decoder, in order", median(rounds, ReadRates::decoder)));
        }
        line(console, "items in order", "items/s", rounds, ReadRates::sequential, ReadRates::sequentialOfDecoder);
        line(console, "items at random", "items/s", rounds, ReadRates::random, ReadRates::randomOfDecoder);
        String loader = "batches of " + options.batchSize() + ", " + options.numWorkers() + " workers";
        line(console, loader + ", in order", "frames/s", rounds, ReadRates::ordered, ReadRates::orderedOfDecoder);
        line(console, loader + ", shuffled", "frames/s", rounds, ReadRates::shuffled, ReadRates::shuffledOfDecoder);
    }

    private static void line(
            Console console,
            String what,
            String unit,
            List<ReadRates> rounds,
            ToDoubleFunction<ReadRates> rate,
            ToDoubleFunction<ReadRates> ratio) {
        double ofDecoder = median(rounds, ratio);
        console.out(String.format(
                Locale.ROOT,
                "%-34s %8.1f %s%s",
                what,
                median(rounds, rate),
                unit,
                Double.isNaN(ofDecoder) ? "" : String.format(Locale.ROOT, ", %.2f of the decoder's rate", ofDecoder)));
    }
}
