/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

/**
 * Ticks of a session that went without a picture of a camera that was new enough.
 *
 * @param camera its name, as in the observation
 * @param stale ticks in which its newest picture was older than 500 ms; the loop went on with that one
 * @param lost ticks in which it had no picture: it was lost, or its plugin was gone
 */
public record CameraTicks(String camera, long stale, long lost) {
    /** Both together. */
    public long total() {
        return stale + lost;
    }
}
