/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.api.option.Describe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which dataset. Names as in lerobot 0.6. */
@Describe("The dataset")
record DatasetChoice(
        @Describe("Folder of the dataset, the one that holds meta and data") Optional<Path> root,
        @Describe("Name of the dataset, USER/NAME; looked for in $HF_LEROBOT_HOME (~/.cache/huggingface/lerobot)")
                Optional<String> repoId,
        @Describe("The episode that is shown first, as --episode") Optional<Integer> episode,
        @Describe("Only these episodes: [0,3,12]; empty: all") List<Integer> episodes) {}
