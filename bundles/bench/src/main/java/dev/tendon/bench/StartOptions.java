/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of {@code tendon bench start}. */
@Describe("How long commands take to start, how large the distribution is, and how much memory a host takes")
public record StartOptions(@Describe("How often to start each command") @Default("5") int runs) {
    public StartOptions {
        if (runs < 1) {
            throw new ConfigException("runs must be at least 1, not " + runs);
        }
    }
}
