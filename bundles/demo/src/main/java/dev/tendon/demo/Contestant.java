/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One who tried the task, and how it went.
 *
 * @param name as the report calls it
 * @param about what it is
 * @param episodes its tries, all contestants from the same starts
 */
record Contestant(String name, String about, List<Outcome> episodes) {
    Contestant {
        episodes = List.copyOf(episodes);
    }

    /**
     * A try.
     *
     * @param seed where things lay at the start
     * @param video the film of it; absent where none was kept
     */
    record Outcome(long seed, boolean success, double reward, Optional<Path> video) {}

    int successes() {
        return (int) episodes.stream().filter(Outcome::success).count();
    }

    /** From 0 to 1. */
    double successRate() {
        return episodes.isEmpty() ? 0 : (double) successes() / episodes.size();
    }
}
