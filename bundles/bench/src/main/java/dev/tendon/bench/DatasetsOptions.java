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

/** Options of {@code tendon bench datasets}. */
@Describe("What a large dataset costs: a generated one without videos is saved, opened, read at random and validated")
public record DatasetsOptions(
        @Describe("Episodes of the large dataset; the small one, for comparison, has 10") @Default("1000") int episodes,
        @Describe("Frames of each episode") @Default("1000") int frames,
        @Describe("Items that are read at random") @Default("2000") int items,
        @Describe("Folder to make them in, on the disk that is to be measured; they stay there. Empty: a temporary one")
                Optional<Path> folder) {
    static final int SMALL = 10;

    public DatasetsOptions {
        List<String> problems = new ArrayList<>();
        if (episodes <= SMALL || episodes > 100_000) {
            problems.add("episodes is from " + (SMALL + 1) + " to 100000, not " + episodes);
        }
        if (frames < 1 || frames > 1_000_000) {
            problems.add("frames is from 1 to 1000000, not " + frames);
        }
        if (items < 1) {
            problems.add("items is at least 1, not " + items);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
