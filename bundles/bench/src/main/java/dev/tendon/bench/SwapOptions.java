/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.Optional;

/** Options of {@code tendon bench swap}. */
@Describe("What it costs to replace a policy, and then a driver, under a running loop")
public record SwapOptions(
        @Describe(value = "Ticks per second", unit = "Hz") @Default("200") double fps,
        @Describe("How often to replace the policy") @Default("200") int swaps,
        @Describe("How often to replace the driver; if not given, a quarter of swaps") Optional<Integer> driverSwaps,
        @Describe("How often to replace the policy at 1000 Hz; if not given, a tenth of swaps")
                Optional<Integer> fastSwaps,
        @Describe("Robot to run against") @Default("so101_follower") String robot) {
    public SwapOptions {
        if (swaps < 1) {
            throw new ConfigException("swaps must be at least 1, not " + swaps);
        }
        if (driverSwaps.orElse(0) < 0 || fastSwaps.orElse(0) < 0) {
            throw new ConfigException("driver_swaps and fast_swaps cannot be negative");
        }
    }

    int driver() {
        return driverSwaps.orElse(Math.max(1, swaps / 4));
    }

    int fast() {
        return fastSwaps.orElse(Math.max(1, swaps / 10));
    }
}
