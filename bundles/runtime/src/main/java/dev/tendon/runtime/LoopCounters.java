/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import java.util.List;

/**
 * What went wrong in ticks, and what was answered by holding the last goal.
 *
 * @param observeErrors ticks in which the robot could not be observed
 * @param sendErrors ticks in which the robot could not be sent its goal
 * @param readErrors ticks in which the teleoperator could not be read
 * @param heldTicks ticks without an action of the drive, for whatever reason, after the first action
 * @param lateChunks times a policy's actions ran out before the next came
 * @param skippedActions actions of a policy that were overtaken by the ticks that planning took
 * @param refusedActions actions with a number that is none (NaN, infinite): nothing of them was sent
 * @param reconnects devices that were lost and came back
 * @param bus what went wrong on the buses, whether or not it was mended in the tick
 * @param cameras ticks without a new picture, of each camera that the host opened
 */
public record LoopCounters(
        long observeErrors,
        long sendErrors,
        long readErrors,
        long heldTicks,
        long lateChunks,
        long skippedActions,
        long refusedActions,
        long reconnects,
        BusErrors bus,
        List<CameraTicks> cameras) {
    public LoopCounters {
        cameras = List.copyOf(cameras);
    }

    /** Without refusals, reconnections, bus errors and cameras. */
    public LoopCounters(
            long observeErrors,
            long sendErrors,
            long readErrors,
            long heldTicks,
            long lateChunks,
            long skippedActions) {
        this(
                observeErrors,
                sendErrors,
                readErrors,
                heldTicks,
                lateChunks,
                skippedActions,
                0,
                0,
                BusErrors.NONE,
                List.of());
    }

    /** All failed calls of devices together. */
    public long errors() {
        return observeErrors + sendErrors + readErrors;
    }
}
