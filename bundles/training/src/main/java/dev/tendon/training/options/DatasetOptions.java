/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.options;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Options {@code --dataset.…}. */
@Describe("What it is trained on")
public record DatasetOptions(
        @Describe("Its name, USER/NAME, below LeRobot's folder") Optional<String> repoId,
        @Describe("Kind of repository: dataset") @Default("dataset") String repoType,
        @Describe("Its folder; else by its name") Optional<Path> root,
        @Describe("Episodes to take; else all") Optional<List<Integer>> episodes,
        @Describe("Episodes to leave out") Optional<List<Integer>> excludeEpisodes,
        ImageTransformOptions imageTransforms,
        @NoEffect("datasets are local here, in one revision") @Describe("Its revision on the hub")
                Optional<String> revision,
        @Describe("Normalise pictures by ImageNet's statistics and not by the dataset's") @Default("true")
                boolean useImagenetStats,
        @NoEffect("videos are decoded by FFmpeg") @Describe("What decodes videos") @Default("pyav") String videoBackend,
        @NoEffect("pictures stay bytes until a batch is made") @Describe("Read pictures as bytes") @Default("false")
                boolean returnUint8,
        @NoEffect("depth pictures are not read") @Describe("Unit of depth") @Default("mm") String depthOutputUnit,
        @NoEffect("what is needed is read when it is needed") @Describe("Do not load all of it first") @Default("false")
                boolean streaming,
        @Describe("Part of each task's episodes, from 0 to below 1, that is held out: the last ones") @Default("0")
                double evalSplit) {
    public DatasetOptions {
        List<String> problems = new ArrayList<>();
        TrainOptions.refuse(
                repoId.filter(name -> !name.isBlank()).isEmpty() && root.isEmpty(),
                "Trained on what? Name the dataset with --dataset.repo_id=USER/NAME, or its folder with --dataset.root",
                problems);
        TrainOptions.refuse(
                !repoType.equals("dataset"),
                "--dataset.repo_type=" + repoType + ": datasets are local folders here. Download it first",
                problems);
        TrainOptions.refuse(
                !(evalSplit >= 0 && evalSplit < 1),
                "--dataset.eval_split is from 0 to below 1, not " + evalSplit,
                problems);
        episodes.ifPresent(named -> {
            TrainOptions.refuse(
                    new HashSet<>(named).size() < named.size(),
                    "--dataset.episodes names one twice: " + named,
                    problems);
            TrainOptions.refuse(named.isEmpty(), "--dataset.episodes names none", problems);
        });
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        episodes = episodes.map(List::copyOf);
        excludeEpisodes = excludeEpisodes.map(List::copyOf);
    }
}
