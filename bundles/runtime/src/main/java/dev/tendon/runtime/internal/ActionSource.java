/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.runtime.Planning;
import java.util.Optional;

/** What a drive is to the loop. Thread: the control thread. */
interface ActionSource {
    /**
     * Writes the action for this tick. Waits for a bus at most; allocates nothing.
     *
     * @param observation what was observed in this tick
     * @param lastSent what was sent last; NaN before anything was
     * @param wanted in the robot's layout, to be written fully if the answer is {@link Input#ACTION}
     */
    Input next(Frame observation, Frame lastSent, FrameWriter wanted) throws DeviceException;

    /**
     * The robot or this was away and is back.
     *
     * @param ticks how long to lead the robot from where it is to the next action
     * @return whether this does that; otherwise the loop does
     */
    default boolean resumed(long ticks) {
        return false;
    }

    /**
     * This has rested, and goes on.
     *
     * @return whether the loop is to lead the robot to the next action
     */
    default boolean begins() {
        return true;
    }

    /** An episode begins, or is over. */
    default void episode(boolean running) {
        // most do not care
    }

    /** Whether the action last written counts for the tracking error. */
    default boolean counts() {
        return true;
    }

    /** Whether its actions do not come in time. */
    default boolean late() {
        return false;
    }

    /** How often that began. */
    default long lateChunks() {
        return 0;
    }

    /** Actions that were overtaken. */
    default long skippedActions() {
        return 0;
    }

    /** How it planned, where it does. Thread: any, once the loop is over. */
    default Optional<Planning> planning() {
        return Optional.empty();
    }

    /** In messages: {@code playback "left"}. */
    String label();
}
