/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import java.util.ArrayList;
import java.util.List;

/** Options {@code --eval.…}: LeRobot 0.6, {@code configs/default.py}. */
@Describe("How a policy is evaluated in an environment")
public record EnvOptions(
        @Describe("Episodes; episode i begins with seed + i") @Default("50") int nEpisodes,
        @Describe("Environments side by side, each with a policy of its own; 0: one for each processor") @Default("0")
                int batchSize,
        @Describe("How many of the first episodes are filmed (LeRobot: 10)") @Default("10") int videos,
        @NoEffect("environments run in threads") @Describe("Each in a process of its own") @Default("true")
                boolean useAsyncEnvs,
        @Describe("Record the episodes as a dataset: not possible yet") @Default("false") boolean recording) {
    private static final int MOST = 100_000;
    private static final int MOST_AT_ONCE = 256;

    public EnvOptions {
        List<String> problems = new ArrayList<>();
        if (nEpisodes < 1 || nEpisodes > MOST) {
            problems.add("--eval.n_episodes is from 1 to " + MOST + ", not " + nEpisodes);
        }
        if (batchSize < 0 || batchSize > MOST_AT_ONCE) {
            problems.add("--eval.batch_size is from 0 to " + MOST_AT_ONCE + ", not " + batchSize);
        }
        if (videos < 0) {
            problems.add("--eval.videos is 0 or more, not " + videos);
        }
        if (recording) {
            problems.add("--eval.recording=true is not possible yet: leave it out, and look at the videos");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    int sideBySide() {
        return batchSize > 0 ? batchSize : Runtime.getRuntime().availableProcessors();
    }
}
