/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.api.option.Alias;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.config.Positional;
import dev.tendon.dataset.LeRobotHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options of {@code tendon dataset viz}: ours first, then those of lerobot-dataset-viz (0.6, scripts/lerobot_dataset_viz.py) and of
 * 2025's scripts/visualize_dataset.py and visualize_dataset_html.py.
 */
@Describe("Look at a dataset in the browser: videos in step with plots, episodes, statistics")
record VizOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder,
        DatasetChoice dataset,
        @Alias(value = "episode_index", from = "LeRobot") @Describe("The episode that is shown first, from 0")
                Optional<Integer> episode,
        @Alias(value = "output_dir", from = "LeRobot")
                @Describe(
                        "Write the page into this folder, which can be mailed and opened without Tendon; empty: serve it here")
                Optional<Path> output,
        @Alias(
                        value = {"web_port", "display_port"},
                        from = "LeRobot")
                @Describe("Port to serve the page on; empty or 0: a free one")
                Optional<Integer> port,
        @Alias(value = "display_ip", from = "LeRobot")
                @Describe("Address of this machine to serve the page on, a loopback one; empty: 127.0.0.1")
                Optional<String> host,
        @Describe("LeRobot's name for --dataset.root") Optional<Path> root,
        @Describe("LeRobot's name for --dataset.repo_id") Optional<String> repoId,
        @Describe("LeRobot's name for --dataset.episodes") List<Integer> episodes,
        @NoEffect("the page is Tendon's own") @Describe("rerun or foxglove") Optional<String> displayMode,
        @NoEffect("the page is served on this machine; from another one, tunnel with ssh -L")
                @Describe("local or distant")
                Optional<String> mode,
        @NoEffect("--output alone says whether a folder is written") @Describe("1 writes a file")
                Optional<Integer> save,
        @NoEffect("--output alone says whether a page is served") @Describe("1 serves a page") Optional<Integer> serve,
        @NoEffect("a page of Tendon's is replaced in any case, and nothing else is")
                @Describe("1 deletes the output folder first")
                Optional<Integer> forceOverride,
        @NoEffect("frames are shown at the times that the dataset gives them")
                @Describe(value = "How far time stamps may be off", unit = "s")
                Optional<Double> toleranceS,
        @NoEffect("the page loads what it shows") @Describe("Frames that are loaded at once")
                Optional<Integer> batchSize,
        @NoEffect("the page loads what it shows") @Describe("Processes that load frames") Optional<Integer> numWorkers,
        @NoEffect("the page has one port: --port") @Describe("Port of Rerun's server") Optional<Integer> grpcPort,
        @NoEffect("the page has one port: --port") @Describe("Port of Rerun's server in 2025") Optional<Integer> wsPort,
        @NoEffect("pictures are shown as the dataset holds them") @Describe("Show JPEG pictures") @Default("false")
                boolean displayCompressedImages,
        @NoEffect("nothing plays until somebody presses play") @Describe("Do not play at once") @Default("false")
                boolean noAutoplay,
        @NoEffect("datasets of the Hub are not loaded yet") @Describe("1 loads from the Hub")
                Optional<Integer> loadFromHfHub) {
    VizOptions {
        List<String> given = new ArrayList<>();
        folder.ifPresent(path -> given.add(path.toString()));
        dataset.root().ifPresent(path -> given.add("--dataset.root=" + path));
        root.ifPresent(path -> given.add("--root=" + path));
        if (given.isEmpty() && dataset.repoId().isEmpty() && repoId.isEmpty()) {
            throw new ConfigException(
                    "Which dataset? Give its folder with --dataset.root, or its name with --dataset.repo_id");
        }
        if (given.size() > 1) {
            throw new ConfigException("Which dataset? Its folder is given twice: " + String.join(" and ", given));
        }
    }

    /** The folder, given or derived from the name. */
    Path folder(Map<String, String> env, Path userHome) {
        return folder.or(dataset::root).or(() -> root).orElseGet(() -> LeRobotHome.of(env, userHome)
                .resolve(dataset.repoId().or(() -> repoId).orElseThrow()));
    }

    /** The episode that is shown first; empty: the first there is. */
    Optional<Integer> first() {
        return episode.or(dataset::episode);
    }

    /** The episodes that are shown; empty: all. */
    List<Integer> only() {
        return dataset.episodes().isEmpty() ? episodes : dataset.episodes();
    }
}
