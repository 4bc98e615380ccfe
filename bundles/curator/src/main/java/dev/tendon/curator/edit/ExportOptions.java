/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.curator.DatasetOptions;
import dev.tendon.dataset.tool.Export;
import java.nio.file.Path;
import java.util.Optional;

/** Options of {@code tendon dataset export}. */
@Describe("Write a dataset for other programs: a table of rows for each episode, and pictures as files")
record ExportOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder,
        DatasetOptions dataset,
        @Describe("Folder that is made for it") Path output,
        @Describe("Rows as CSV, with a column for each value, or as JSON lines") @Default("csv") Export.Form format,
        @Describe("Pictures: none, a PNG file a frame, or an MP4 file an episode") @Default("mp4")
                Export.Pictures frames,
        @Describe("Numbers of the episodes, such as 3,4 or 0-9; else all") Optional<Object> episodes,
        @Describe("Names of the features; else all") Optional<Object> features,
        @Describe("Only say what would be written") @Default("false") boolean dryRun) {}
