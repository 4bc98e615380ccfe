/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.look;

import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.curator.DatasetOptions;
import java.nio.file.Path;
import java.util.Optional;

/** Options of {@code tendon dataset info}. */
@Describe("Tell what a dataset is: format, robot, episodes, features, cameras, tasks, and what is missing")
record InfoOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder, DatasetOptions dataset) {}
