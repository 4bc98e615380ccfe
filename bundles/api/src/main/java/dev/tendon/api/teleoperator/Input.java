/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.teleoperator;

/** What a teleoperator has to say in a tick. */
public enum Input {
    /** It wrote an action. */
    ACTION,
    /** It wrote nothing: the robot keeps its last goal. Also a person who has let go. */
    NONE,
    /** It wrote nothing and never will again: a recording is over. The session ends. */
    END
}
