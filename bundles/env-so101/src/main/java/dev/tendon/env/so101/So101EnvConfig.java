/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.ArrayList;
import java.util.List;

/** Options of the environment. */
@Describe("A simulated SO-101 at a table, which puts the cube on the disc")
public record So101EnvConfig(
        @Describe(value = "Steps per second of its own time", unit = "Hz") @Default("30") int fps,
        @Describe(value = "Length of an episode", unit = "s") @Default("8") double episodeTimeS,
        @Describe("Views that are observed, of front, table, top, side, wrist; none: front") List<String> cameras,
        @Describe("Width of the pictures in pixels") @Default("96") int observationWidth,
        @Describe("Height of the pictures in pixels") @Default("96") int observationHeight,
        @Describe(
                        "Joints in degrees; otherwise in -100..100 over the calibrated range (the gripper is 0..100 in any case)")
                @Default("true")
                boolean useDegrees) {
    private static final int MAX_FPS = 250;
    private static final double LONGEST_S = 600;
    private static final int LEAST = 16;
    private static final int MOST = 4096;

    public So101EnvConfig {
        cameras = cameras.isEmpty() ? List.of(Sight.FRONT) : List.copyOf(cameras);
        List<String> problems = new ArrayList<>();
        if (fps < 1 || fps > MAX_FPS) {
            problems.add("fps is from 1 to 250, not " + fps);
        }
        if (!(episodeTimeS > 0 && episodeTimeS <= LONGEST_S) || episodeTimeS * fps < 1) {
            problems.add("episode_time_s is from one step to 600 seconds, not " + episodeTimeS);
        }
        for (String camera : cameras) {
            if (!Sight.ALL.contains(camera)) {
                problems.add("cameras: there is no view \"" + camera + "\"; there are " + String.join(", ", Sight.ALL));
            }
        }
        if (cameras.stream().distinct().count() < cameras.size()) {
            problems.add("cameras names a view twice: " + String.join(", ", cameras));
        }
        size(problems, "observation_width", observationWidth);
        size(problems, "observation_height", observationHeight);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static void size(List<String> problems, String option, int pixels) {
        if (pixels < LEAST || pixels > MOST) {
            problems.add(option + " is from 16 to 4096, not " + pixels);
        }
    }

    int episodeSteps() {
        return (int) Math.max(1, Math.round(episodeTimeS * fps));
    }
}
