/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.util.List;
import java.util.Map;

/**
 * Which frames around the one that is drawn are wanted: LeRobot's {@code delta_indices}, {@code drop_n_last_frames}.
 *
 * @param byFeature frames relative to the drawn one, by feature; a feature that is not here comes once, without an axis for it
 * @param dropLast frames at an episode's end that are not drawn
 */
public record TrainingSteps(Map<String, List<Integer>> byFeature, int dropLast) {
    public TrainingSteps {
        byFeature = Map.copyOf(byFeature);
    }
}
