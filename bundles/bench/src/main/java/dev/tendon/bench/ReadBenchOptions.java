/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.ArrayList;
import java.util.List;

/** Options of {@code tendon bench read}. */
@Describe("How fast a dataset is read for training, against the bare decoder on the same files")
public record ReadBenchOptions(
        @Describe("The dataset") ReadTarget dataset,
        @Describe("Items of each measurement") @Default("200") int items,
        @Describe("How often everything is measured, in turns; the medians count") @Default("3") int rounds,
        @Describe("Items in a batch of the loader") @Default("8") int batchSize,
        @Describe("Threads of the loader") @Default("2") int numWorkers) {
    public ReadBenchOptions {
        List<String> problems = new ArrayList<>();
        if (items < 1) {
            problems.add("items is at least 1, not " + items);
        }
        if (rounds < 1) {
            problems.add("rounds is at least 1, not " + rounds);
        }
        if (batchSize < 1) {
            problems.add("batch_size is at least 1, not " + batchSize);
        }
        if (numWorkers < 1) {
            problems.add("num_workers is at least 1, not " + numWorkers);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
