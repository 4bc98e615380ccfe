/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.curator.DatasetOptions;
import java.nio.file.Path;
import java.util.Optional;

/** Options of {@code tendon dataset stats}. */
@Describe("Show a dataset's statistics, or compute them anew")
record StatsOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder,
        DatasetOptions dataset,
        @Describe("Compute them anew, as LeRobot does, for every episode and the whole") @Default("false")
                boolean recompute,
        @Describe("Leave those of pictures as they are; else a sample of the frames is decoded") @Default("false")
                boolean skipImageVideo,
        @Describe(
                        "Write the result there, and leave the old one as it is; else it takes the old one's place, which is kept as NAME_old")
                Optional<Path> output,
        @Describe("Only say what would change") @Default("false") boolean dryRun) {}
