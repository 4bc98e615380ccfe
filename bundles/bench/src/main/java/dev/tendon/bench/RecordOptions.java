/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon bench record}. */
@Describe("What recording costs: frames dropped, time of a save, lateness of the loop, CPU")
public record RecordOptions(
        @Describe(value = "Length of an episode", unit = "s") @Default("60") double episodeTimeS,
        @Describe("How many episodes, without a pause between them") @Default("3") int episodes,
        @Describe("Codec, as --dataset.rgb_encoder.vcodec of tendon record") @Default("libsvtav1") String codec,
        @Describe("Speed against size, in the codec's own terms; empty: the codec's default") Optional<String> preset,
        @Describe("Threads of each encoder; empty: the codec decides") Optional<Integer> encoderThreads,
        @Describe("Pictures of a camera that may wait for its encoder") @Default("60") int encoderQueueMaxsize,
        @Describe(value = "Ticks and frames per second", unit = "Hz") @Default("30") int fps,
        @Describe("How many cameras, of 640x480 at 30 Hz") @Default("2") int cameras,
        @Describe("A video that the cameras play, instead of a drawn picture; decoding it takes time, too")
                Optional<Path> cameraFile,
        @Describe(
                        "Folder to record into, on the disk that is to be measured; it must not exist, and stays. Empty: a temporary one")
                Optional<Path> root,
        @Describe("Robot to run against") @Default("so101_follower") String robot,
        @Describe("Teleoperator to run against") @Default("so101_leader") String teleop) {
    private static final int MOST_CAMERAS = 8;

    public RecordOptions {
        List<String> problems = new ArrayList<>();
        if (!(episodeTimeS >= 1)) {
            problems.add("episode_time_s is at least 1, not " + episodeTimeS);
        }
        if (episodes < 1) {
            problems.add("episodes is at least 1, not " + episodes);
        }
        if (fps < 1 || fps > 1000) {
            problems.add("fps is from 1 to 1000, not " + fps);
        }
        if (cameras < 0 || cameras > MOST_CAMERAS) {
            problems.add("cameras is from 0 to " + MOST_CAMERAS + ", not " + cameras);
        }
        if (encoderQueueMaxsize < 1) {
            problems.add("encoder_queue_maxsize is at least 1, not " + encoderQueueMaxsize);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
