/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * With which options a choice is tried, as plain data by option name.
 *
 * @param present options with which its device is there, a simulated one or a real one
 * @param absent options with which its device is not there: a port that does not exist
 * @param given whether somebody said so, rather than guessed
 */
public record TryOptions(Optional<Map<String, Object>> present, Optional<Map<String, Object>> absent, boolean given) {
    public TryOptions {
        present = present.map(Map::copyOf);
        absent = absent.map(Map::copyOf);
    }

    /** Options that a vendor states. */
    public static TryOptions of(Map<String, Object> present, Map<String, Object> absent) {
        return new TryOptions(Optional.of(present), Optional.of(absent), true);
    }
}
