/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.env;

import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import org.osgi.annotation.versioning.ConsumerType;

/** A simulated task. It has a time of its own: one step is one period. Thread: one, its creator's. */
@ConsumerType
public interface Env extends AutoCloseable {
    /** What is observed; constant. */
    Features observationFeatures();

    /** What can be done; constant. */
    Features actionFeatures();

    /** Steps per second of its own time. */
    double fps();

    /** Starts an episode; the same seed gives the same one. */
    void reset(long seed, FrameWriter observation);

    /** Acts for one period. */
    Step step(Frame action, FrameWriter observation);

    /** Frees everything. Idempotent. */
    @Override
    void close();
}
