/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import java.util.ArrayList;
import java.util.List;

/** Options of PushT: LeRobot 0.6, {@code envs/configs.py}, PushtEnv. */
@Describe("PushT: a round agent pushes a T onto its goal")
public record PushTConfig(
        @Describe("Its task; there is one") @Default("PushT-v0") String task,
        @Describe(value = "Steps per second; gym-pusht's physics knows 10 only", unit = "Hz") @Default("10") int fps,
        @Describe("The most steps of an episode") @Default("300") int episodeLength,
        @Describe("What is observed: pixels_agent_pos, pixels, state, environment_state_agent_pos")
                @Default("pixels_agent_pos")
                ObsType obsType,
        @Describe("Width of the picture for people") @Default("384") int visualizationWidth,
        @Describe("Height of the picture for people") @Default("384") int visualizationHeight,
        @Describe(
                        "Width of the observed picture: 96, whatever LeRobot's option of this name says, since it is not passed on there")
                @Default("96")
                int observationWidth,
        @Describe("Height of the observed picture") @Default("96") int observationHeight,
        @NoEffect("there is no window") @Describe("How gym-pusht renders") @Default("rgb_array") String renderMode) {
    private static final int FPS = 10;
    private static final int LEAST = 16;
    private static final int MOST = 2048;

    public PushTConfig {
        List<String> problems = new ArrayList<>();
        if (fps != FPS) {
            problems.add("fps is 10 for PushT, not " + fps);
        }
        if (!task.equals("PushT-v0")) {
            problems.add("task is PushT-v0, not " + task);
        }
        if (episodeLength < 1) {
            problems.add("episode_length is at least 1, not " + episodeLength);
        }
        size(problems, "visualization_width", visualizationWidth);
        size(problems, "visualization_height", visualizationHeight);
        size(problems, "observation_width", observationWidth);
        size(problems, "observation_height", observationHeight);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static void size(List<String> problems, String option, int pixels) {
        if (pixels < LEAST || pixels > MOST || pixels % 2 != 0) {
            problems.add(option + " is an even number from 16 to 2048, not " + pixels);
        }
    }
}
