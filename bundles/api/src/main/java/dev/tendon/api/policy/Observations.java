/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.policy;

import dev.tendon.api.frame.Frame;
import org.osgi.annotation.versioning.ProviderType;

/** What a policy plans from. Valid during one {@link Policy#plan}. Thread: the worker's. */
@ProviderType
public interface Observations {
    /** How many there are: {@link Policy#observationSteps}; at the start of an episode the first one stands repeated. */
    int steps();

    /** Observation {@code step}, oldest first; the newest is {@code steps() - 1}. */
    Frame step(int step);

    /** What was last sent to the robot; null values (NaN) before anything was. */
    Frame lastSent();
}
