/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.eval;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of an evaluation on a dataset.
 *
 * @param root the dataset's folder
 * @param fps its frames a second
 * @param joints the action's numbers, by name
 * @param every frames from one plan to the next
 * @param plans how many were made
 * @param policy the policy's errors
 * @param hold those of holding the last action
 * @param mean those of the mean action
 * @param episodes each episode's
 * @param example what was done and planned in the first
 */
record DatasetResult(
        Path root,
        double fps,
        List<String> joints,
        int every,
        long plans,
        PlanErrors policy,
        PlanErrors hold,
        PlanErrors mean,
        List<Episode> episodes,
        Example example) {
    /** An episode's mean absolute error over what is carried out of plans. */
    record Episode(int index, int frames, double error) {}

    /** One number a frame and joint. */
    record Example(int episode, List<List<Double>> done, List<List<Double>> planned) {}
}
