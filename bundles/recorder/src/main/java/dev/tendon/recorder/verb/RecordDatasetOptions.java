/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.api.option.Alias;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.video.VideoEncoding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is recorded, and where to: LeRobot's options (0.6, configs/dataset.py; 2025, record.py), and the rule for actions. */
@Describe("The dataset")
record RecordDatasetOptions(
        @Describe("Name of the dataset, USER/NAME; a new one gets _YYYYmmdd_HHMMSS behind it unless no_stamp is given")
                Optional<String> repoId,
        @Describe("Folder of the dataset; empty: repo_id in $HF_LEROBOT_HOME (~/.cache/huggingface/lerobot)")
                Optional<Path> root,
        @Describe("What is done, in words: Put the cube into the box") String singleTask,
        @Describe("How many episodes are recorded now") @Default("50") int numEpisodes,
        @Describe(value = "Length of an episode", unit = "s") @Default("60") double episodeTimeS,
        @Describe(value = "Length of the phase between two episodes, in which nothing is recorded", unit = "s")
                @Default("60")
                double resetTimeS,
        @Describe(value = "Frames per second", unit = "Hz") @Default("30") int fps,
        @Describe(
                        "Format, v3.0 or v2.1; empty: that of the dataset that is added to, v3.0 for a new one. For v2.1, episodes are recorded in v3.0 beside the dataset, and join it at the end")
                Optional<String> codebaseVersion,
        @Describe("Keep pictures as video; else as PNG within the rows") @Default("true") boolean video,
        VideoEncoding rgbEncoder,
        DepthEncoderOptions depthEncoder,
        @Describe(
                        "Which action is kept: teleop is what was wanted, as in LeRobot 0.6; sent is what the robot was sent, after limits, as in 2025")
                @Default("teleop")
                ActionRule action,
        @NoEffect("Tendon always encodes while it records") @Describe("Encode while recording") @Default("true")
                boolean streamingEncoding,
        @Describe("Threads of each encoder; empty: the codec decides") Optional<Integer> encoderThreads,
        @Describe(
                        "Pictures of a camera that may wait for its encoder (LeRobot: 30); a frame that finds no room is left out and counted")
                @Default("60")
                int encoderQueueMaxsize,
        @NoEffect("each episode is encoded while it is recorded")
                @Describe("Episodes to record before their videos are encoded")
                @Default("1")
                int videoEncodingBatchSize,
        @NoEffect("pictures are never kept as single files") @Describe("Processes that write PNG files") @Default("0")
                int numImageWriterProcesses,
        @NoEffect("pictures are never kept as single files")
                @Describe("Threads a camera that write PNG files")
                @Default("4")
                int numImageWriterThreadsPerCamera,
        @Describe("Upload to the Hugging Face hub: not possible yet") @Default("false") boolean pushToHub,
        @NoEffect("nothing is uploaded") @Describe("Upload as private") @Alias(value = "private", from = "LeRobot")
                Optional<Boolean> privateRepo,
        @NoEffect("nothing is uploaded") @Describe("Tags on the hub") List<String> tags,
        @Describe("Leave repo_id as it is") @Default("false") boolean noStamp) {
    private static final double LONGEST_S = 24 * 3600;
    private static final int MOST_WAITING = 10_000;

    RecordDatasetOptions {
        List<String> problems = new ArrayList<>();
        if (repoId.filter(name -> !name.isBlank()).isEmpty() && root.isEmpty()) {
            problems.add("Where to? Name the dataset with --dataset.repo_id=USER/NAME, or give its folder with "
                    + "--dataset.root");
        }
        repoId.ifPresent(name -> name(name, problems));
        if (singleTask.isBlank()) {
            problems.add("--dataset.single_task says what is done; it must not be empty");
        }
        if (numEpisodes < 1) {
            problems.add("--dataset.num_episodes is at least 1, not " + numEpisodes);
        }
        if (!(episodeTimeS > 0 && episodeTimeS <= LONGEST_S)) {
            problems.add("--dataset.episode_time_s is above 0 and at most a day, not " + episodeTimeS);
        }
        if (!(resetTimeS >= 0 && resetTimeS <= LONGEST_S)) {
            problems.add("--dataset.reset_time_s is from 0 to a day, not " + resetTimeS);
        }
        if (episodeTimeS > 0 && episodeTimeS * fps < 1) {
            problems.add(
                    "--dataset.episode_time_s=" + episodeTimeS + " is shorter than a frame at --dataset.fps=" + fps);
        }
        if (fps < 1 || fps > 1000) {
            problems.add("--dataset.fps is from 1 to 1000, not " + fps);
        }
        if (encoderQueueMaxsize < 1 || encoderQueueMaxsize > MOST_WAITING) {
            problems.add("--dataset.encoder_queue_maxsize is from 1 to 10000, not " + encoderQueueMaxsize);
        }
        if (encoderThreads.isPresent() && encoderThreads.get() < 1) {
            problems.add("--dataset.encoder_threads is at least 1, not " + encoderThreads.get());
        }
        if (codebaseVersion.isPresent() && format(codebaseVersion).isEmpty()) {
            problems.add("--dataset.codebase_version is v3.0 or v2.1, not " + codebaseVersion.get());
        }
        if (pushToHub) {
            problems.add("--dataset.push_to_hub=true: Tendon cannot upload yet. Record without it, then upload the "
                    + "folder with huggingface-cli upload");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        tags = List.copyOf(tags);
    }

    private static void name(String name, List<String> problems) {
        boolean inside = !name.startsWith("/")
                && List.of(name.split("/", -1)).stream().noneMatch(part -> part.isEmpty() || part.startsWith("."));
        if (!inside
                || name.indexOf('\\') >= 0
                || name.chars().filter(c -> c == '/').count() > 1) {
            problems.add("--dataset.repo_id is USER/NAME or NAME, not " + name);
        }
    }

    /** The format that is asked for; empty where none is. */
    Optional<FormatVersion> format() {
        return format(codebaseVersion);
    }

    private static Optional<FormatVersion> format(Optional<String> version) {
        return version.flatMap(name -> FormatVersion.of(name.startsWith("v") ? name : "v" + name));
    }

    Duration episode() {
        return Duration.ofNanos(Math.round(episodeTimeS * 1e9));
    }

    Duration reset() {
        return Duration.ofNanos(Math.round(resetTimeS * 1e9));
    }
}
