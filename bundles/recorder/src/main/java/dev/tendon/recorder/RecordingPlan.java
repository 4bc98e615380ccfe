/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder;

import java.time.Duration;

/**
 * How many episodes of what.
 *
 * @param episodes how many
 * @param episode length of each
 * @param reset length of the phase between two, in which nothing is recorded
 * @param fps frames per second, those of the session
 * @param lead how long after the drive's first action the first episode begins: while the robot still goes softly to what is wanted
 * @param task what is done, in words
 * @param sentAction whether the action that was sent is kept, after limits, instead of the one that was wanted
 * @param keepPartial whether an episode that something cut short is saved
 * @param waits whether, where the disk is full, the recording waits for somebody to make room; else it ends
 * @param restsBetween whether the drive rests in reset phases: a policy
 */
public record RecordingPlan(
        int episodes,
        Duration episode,
        Duration reset,
        double fps,
        Duration lead,
        String task,
        boolean sentAction,
        boolean keepPartial,
        boolean waits,
        boolean restsBetween) {}
