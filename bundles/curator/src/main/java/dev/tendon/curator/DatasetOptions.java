/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Describe;
import dev.tendon.dataset.LeRobotHome;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.store.SwapIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which dataset. Names and places as in lerobot 0.6, utils/constants.py. */
@Describe("The dataset")
public record DatasetOptions(
        @Describe("Name of the dataset, USER/NAME; looked for in $HF_LEROBOT_HOME (~/.cache/huggingface/lerobot)")
                Optional<String> repoId,
        @Describe("Folder of the dataset, the one that holds meta and data") Optional<Path> root) {
    /** The dataset in {@code folder}. */
    public static DatasetOptions at(Path folder) {
        return new DatasetOptions(Optional.empty(), Optional.of(folder));
    }

    /** Whether one is named at all. */
    public boolean isGiven() {
        return root.isPresent() || repoId.isPresent();
    }

    /** The folder: the one given by position, or by its option, or derived from the name. */
    public Path folder(Optional<Path> byPosition) {
        if (byPosition.isPresent() && isGiven()) {
            throw new ConfigException("Which dataset? It is named twice: " + byPosition.get() + " and "
                    + root.map(path -> "--dataset.root=" + path).orElse("--dataset.repo_id=" + repoId.orElse("")));
        }
        Optional<Path> given = byPosition.or(this::root);
        if (byPosition.isEmpty() && !isGiven()) {
            throw new ConfigException(
                    "Which dataset? Give its folder with --dataset.root, or its name with --dataset.repo_id");
        }
        Path userHome = Path.of(System.getProperty("user.home"));
        return given.orElseGet(() -> named(repoId.orElseThrow(), System.getenv(), userHome));
    }

    /** The folder, ready to be read: an exchange of it that was killed half-way is completed first. */
    public Path open(Optional<Path> byPosition) throws IOException {
        Path folder = folder(byPosition);
        SwapIn.finish(new LocalFiles(), folder);
        return folder;
    }

    /** Where LeRobot keeps the dataset of that name. */
    public static Path named(String repoId, Map<String, String> env, Path userHome) {
        return LeRobotHome.of(env, userHome).resolve(repoId);
    }
}
