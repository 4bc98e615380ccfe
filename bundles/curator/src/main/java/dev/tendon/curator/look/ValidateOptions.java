/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.look;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.curator.DatasetOptions;
import java.nio.file.Path;
import java.util.Optional;

/** Options of {@code tendon dataset validate}. */
@Describe("Look for everything that is wrong with a dataset; exit code 4 where something is")
record ValidateOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder,
        DatasetOptions dataset,
        @Describe("Decode no picture and recompute no statistics") @Default("false") boolean quick) {}
