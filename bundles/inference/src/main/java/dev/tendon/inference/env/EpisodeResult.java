/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of one episode.
 *
 * @param index from 0
 * @param seed what it began with
 * @param steps how many it took
 * @param sumReward all rewards together
 * @param maxReward the best of them
 * @param success whether the task was done at any time
 * @param video where it can be watched
 */
record EpisodeResult(
        int index, long seed, int steps, double sumReward, double maxReward, boolean success, Optional<Path> video) {}
