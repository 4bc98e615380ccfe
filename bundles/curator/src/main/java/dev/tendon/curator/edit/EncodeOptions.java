/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.curator.DatasetOptions;
import dev.tendon.video.VideoEncoding;
import java.nio.file.Path;
import java.util.Optional;

/** Options of {@code tendon dataset encode}. */
@Describe("Make videos of pictures that lie in the rows, and encode videos anew")
record EncodeOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder,
        DatasetOptions dataset,
        @Describe("Names of the cameras; else all") Optional<Object> names,
        VideoEncoding rgbEncoder,
        @Describe(
                        "Write the result there, and leave the old one as it is; else it takes the old one's place, which is kept as NAME_old")
                Optional<Path> output,
        @Describe("Only say what would change") @Default("false") boolean dryRun) {}
