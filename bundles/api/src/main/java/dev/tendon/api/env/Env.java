/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.env;

import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A simulated task. It has a time of its own: one step is one period, however long it takes to compute. Thread: one, its creator's.
 *
 * <p>Numbers and pictures are observed as a robot's are: a policy finds picture {@code front} as {@code observation.images.front}, and
 * the numbers together as {@code observation.state}. A feature that is named with its whole key ({@code observation.image}) is that.
 */
@ConsumerType
public interface Env extends AutoCloseable {
    /** What is observed; constant. */
    Features observationFeatures();

    /** What can be done; constant. */
    Features actionFeatures();

    /** Steps per second of its own time. */
    double fps();

    /** The most steps of an episode: the last of them is {@link Step#truncated}. */
    int episodeSteps();

    /** The task in words; empty where there are none. */
    String task();

    /**
     * Starts an episode; the same seed gives the same one, whatever happened before.
     *
     * @param observation what is seen before the first step; pictures are retained by it
     */
    void reset(long seed, FrameWriter observation);

    /**
     * Acts for one period. After a step that ended the episode, {@link #reset} comes next.
     *
     * @param observation what is seen at the period's end
     */
    Step step(Frame action, FrameWriter observation);

    /** Frees everything. Idempotent. */
    @Override
    void close();
}
