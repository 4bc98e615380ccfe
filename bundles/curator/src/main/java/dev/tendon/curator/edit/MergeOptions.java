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
import java.util.List;

/** Options of {@code tendon dataset merge}. */
@Describe("Make one dataset of several that agree in robot, rate and features")
record MergeOptions(
        @Positional("DIR") @Describe("Folders of the datasets, in the order in which their episodes will be")
                List<Path> folders,
        @Describe("One more, that comes first") DatasetOptions dataset,
        @Describe("Where the new one goes") Path output,
        @Describe("Only say what would change") @Default("false") boolean dryRun) {}
