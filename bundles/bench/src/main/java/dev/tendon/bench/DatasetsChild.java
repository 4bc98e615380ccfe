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
import dev.tendon.dataset.tool.Progress;
import dev.tendon.dataset.tool.Validation;
import dev.tendon.dataset.tool.Validator;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.Video;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Opens, reads and validates a dataset without videos, in a process that does nothing else, and prints a figure a line: name, blank, number. */
public final class DatasetsChild {
    private static final int OPENED = 5;
    private static final double MEGABYTE = 1e6;

    private static final PrintStream OUT = System.out;

    private DatasetsChild() {}

    /** Arguments: dataset, items to read. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]);
        int items = Integer.parseInt(args[1]);
        Clock clock = new SystemClock();
        long start = clock.nanoTime();
        try (Dataset dataset = Dataset.open(root)) {
            told("open_cold_ms", (clock.nanoTime() - start) / 1e6);
            told("heap_mb", heap());
            told("resident_mb", StartBench.residentMb().orElse(Double.NaN));
            List<Double> opened = new ArrayList<>();
            for (int i = 0; i < OPENED; i++) {
                long begun = clock.nanoTime();
                Dataset.open(root).close();
                opened.add((clock.nanoTime() - begun) / 1e6);
            }
            told("open_ms", Figures.median(opened));
            random(dataset, items, clock);
        }
        start = clock.nanoTime();
        Validation found = Validator.of(root).quick().run(Progress.NONE);
        told("validate_quick_s", (clock.nanoTime() - start) / 1e9);
        told("findings", found.findings().size());
        told("resident_end_mb", StartBench.residentMb().orElse(Double.NaN));
    }

    private static void random(Dataset dataset, int items, Clock clock) throws IOException {
        Random random = new Random(1);
        Video none = Video.of(new Natives(dataset.root(), "bench")); // loads nothing: there is no video
        try (ItemReader reader = ItemReader.open(dataset, none, ReadOptions.DEFAULT)) {
            Item item = reader.newItem();
            long start = clock.nanoTime();
            for (int i = 0; i < items; i++) {
                reader.read((long) (random.nextDouble() * reader.size()), item);
            }
            told("random_items_per_s", items * 1e9 / (clock.nanoTime() - start));
        }
    }

    private static double heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    private static void told(String name, double value) {
        OUT.println(name + " " + Figures.rounded(value));
    }
}
