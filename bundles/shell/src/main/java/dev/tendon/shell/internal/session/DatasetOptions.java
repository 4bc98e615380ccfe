/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.dataset.LeRobotHome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which recording. Names and meaning as in lerobot 0.6, scripts/lerobot_replay.py and utils/constants.py. */
@Describe("The recording")
record DatasetOptions(
        @Describe("Name of the dataset, USER/NAME; looked for in $HF_LEROBOT_HOME (~/.cache/huggingface/lerobot)")
                Optional<String> repoId,
        @Describe("Folder of the dataset, the one that holds meta and data") Optional<Path> root,
        @Describe("Number of the episode, from 0") @Default("0") int episode,
        @NoEffect("an episode is played at the rate it was recorded at, as LeRobot does; --speed changes it")
                @Describe("Frames per second")
                Optional<Integer> fps) {
    DatasetOptions {
        if (repoId.isEmpty() && root.isEmpty()) {
            throw new ConfigException(
                    "Which recording? Give its folder with --dataset.root, or its name with " + "--dataset.repo_id");
        }
    }

    /** The folder, given or derived. */
    Path folder(Map<String, String> env, Path userHome) {
        return root.orElseGet(() -> LeRobotHome.of(env, userHome).resolve(repoId.orElseThrow()));
    }
}
