/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.policy;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A policy, once created: turns observations into a chunk of actions. Thread: one worker, one call at a time; never the control
 * thread, so {@link #plan} may take longer than a tick.
 */
@ConsumerType
public interface Policy extends AutoCloseable {
    /** How many consecutive observations {@link #plan} is given: 1 for most, 2 for Diffusion. Constant. */
    int observationSteps();

    /** The most actions that one {@link #plan} writes. Constant; at least 1. */
    int chunkSize();

    /** How many actions of a chunk are to be carried out before a fresh one is wanted; 1 to {@link #chunkSize}. Constant. */
    int actionSteps();

    /** Loads and runs what the first {@link #plan} needs, so that it takes no longer than the next. May take seconds. */
    void warmUp();

    /** A new episode begins: forgets what was remembered of the last. */
    void reset();

    /** Plans from the newest observations. Its first action belongs to the tick of the newest one. */
    void plan(Observations seen, ActionChunk out);

    /** Frees everything. Idempotent; called when no {@link #plan} runs. */
    @Override
    void close();
}
