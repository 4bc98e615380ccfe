/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon bench survive}. */
@Describe(
        "Whether a recording survives: a recorder is killed (SIGKILL) again and again at random moments, and what is left is checked")
public record SurviveOptions(
        @Describe("How often to kill") @Default("1000") int tries,
        @Describe("Tries before a new dataset is begun; the others go on with what the one before has left")
                @Default("10")
                int triesADataset,
        @Describe("Recorders that run side by side, each on a dataset of its own") @Default("2") int parallel,
        @Describe(value = "Latest moment of the kill, after the first frame", unit = "s") @Default("3") double withinS,
        @Describe("Codec, as --dataset.rgb_encoder.vcodec of tendon record") @Default("libsvtav1") String codec,
        @Describe("Where its random numbers begin") @Default("1000") long seed,
        @Describe(
                        "Folder to record into, on the disk that is to be tried; datasets that failed stay there. Empty: a temporary one")
                Optional<Path> folder) {
    private static final int MOST_PARALLEL = 64;

    public SurviveOptions {
        List<String> problems = new ArrayList<>();
        if (tries < 1) {
            problems.add("tries is at least 1, not " + tries);
        }
        if (triesADataset < 1) {
            problems.add("tries_a_dataset is at least 1, not " + triesADataset);
        }
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            problems.add("parallel is from 1 to " + MOST_PARALLEL + ", not " + parallel);
        }
        if (!(withinS > 0 && withinS <= 3600)) {
            problems.add("within_s is above 0 and at most 3600, not " + withinS);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
