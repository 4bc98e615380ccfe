/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Chooses an action a step, from its queue or by planning anew: LeRobot's {@code select_action}. Owner thread: its creator's. */
@ConsumerType
public interface ActionSelector {
    /** A new episode begins. */
    void reset();

    /**
     * The next action.
     *
     * @param observation numbers by feature, in row-major order; a picture's are its planes, from 0 to 1
     * @return an action in the robot's own units; the caller's
     */
    float[] select(Map<String, float[]> observation);
}
