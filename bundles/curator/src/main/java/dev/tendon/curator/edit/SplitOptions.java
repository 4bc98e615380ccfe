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
import java.util.Map;
import java.util.Optional;

/** Options of {@code tendon dataset split}. */
@Describe("Make several datasets of one; it stays as it is")
record SplitOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder,
        DatasetOptions dataset,
        @Describe(
                        "Name of each part, with its fraction or its episodes, such as {train: 0.8, val: 0.2} or {train: 0-39, val: [40, 41]}")
                Map<String, Object> splits,
        @Describe("Folder in which the parts go, by their names; else beside the dataset, as NAME_PART")
                Optional<Path> output,
        @Describe("Only say what would change") @Default("false") boolean dryRun) {}
