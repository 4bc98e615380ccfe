/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

/** What is observed: gym-pusht's {@code obs_type}. */
public enum ObsType {
    /** The picture, and where the agent is. */
    PIXELS_AGENT_POS,
    /** The picture. */
    PIXELS,
    /** Agent x and y, the T's x and y and angle. */
    STATE,
    /** The T's eight corners, and where the agent is. */
    ENVIRONMENT_STATE_AGENT_POS
}
