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

/** Options of {@code tendon dataset repair}. */
@Describe("Make a whole dataset of a damaged one: every complete episode is kept")
record RepairOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder,
        DatasetOptions dataset,
        @Describe(
                        "Write the result there, and leave the old one as it is; else it takes the old one's place, which is kept as NAME_old")
                Optional<Path> output,
        @Describe(
                        "What becomes of an episode whose recorder died: keep saves its whole frames, drop forgets it, leave leaves it to tendon record --resume=true")
                @Default("leave")
                Journaled recover,
        @Describe("Only say what would change") @Default("false") boolean dryRun) {}
