/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of {@code tendon bench loop}. */
@Describe("How late ticks begin, against a bare timer loop, and what a tick allocates")
public record LoopOptions(
        @Describe(value = "Ticks per second", unit = "Hz") @Default("200") double fps,
        @Describe("Rounds, each of a bare loop and then ours") @Default("5") int rounds,
        @Describe(value = "Length of each half of a round", unit = "s") @Default("20") double lengthS,
        @Describe("Let another thread allocate 100 MB/s meanwhile") @Default("false") boolean load,
        @Describe("Robot to run against") @Default("so101_follower") String robot) {
    public LoopOptions {
        if (rounds < 1) {
            throw new ConfigException("rounds must be at least 1, not " + rounds);
        }
        if (!(lengthS > 0)) {
            throw new ConfigException("length_s must be above 0, not " + lengthS);
        }
    }
}
