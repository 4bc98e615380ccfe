/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.playback;

import dev.tendon.api.option.Alias;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Options of a playback. */
@Describe("A recorded episode, played as if somebody moved a leader")
public record PlaybackConfig(
        @Describe("Folder of the dataset, the one that holds meta and data") @Alias("root") Path datasetRoot,
        @Describe("Episode to play, from 0") @Alias("episode_index") @Default("0") int episode,
        @Describe("Begin again after the last frame, until the session is stopped") @Default("false") boolean repeat,
        @Describe(value = "Where in the episode to begin", unit = "s") @Default("0") double startS) {
    public PlaybackConfig {
        List<String> problems = new ArrayList<>();
        if (episode < 0) {
            problems.add("episode is " + episode + "; episodes count from 0");
        }
        if (!(startS >= 0 && startS < 1e6)) {
            problems.add("start_s is " + startS + "; it counts seconds from the episode's beginning");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
