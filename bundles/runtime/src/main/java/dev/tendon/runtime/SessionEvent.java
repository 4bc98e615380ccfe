/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

/**
 * Something that happened in a session, beside its ticks.
 *
 * @param kind what sort of thing
 * @param tick the tick it happened in, from 0; -1 before the loop
 * @param text one line, for the user
 */
public record SessionEvent(Kind kind, long tick, String text) {
    /** Sorts of events. A condition has one event when it begins and one, with a count, when it ends. */
    public enum Kind {
        /** A device is connected. */
        CONNECTED,
        /** A device began to fail; the last goal is held. */
        FAILING,
        /** A device works again. */
        RECOVERED,
        /** A device is lost; the last goal is held, and the device may come back. */
        LOST,
        /** A lost device is connected again. */
        RECONNECTED,
        /** A device works on, and reports faults of its parts; or other ones than before. */
        FAULTY,
        /** It reports none any more. */
        HEALTHY,
        /** An action holds a number that is none; nothing of it is sent. */
        REFUSED,
        /** The actions can be sent again. */
        ACCEPTED,
        /** The policy's actions did not come in time; the last goal is held. */
        LATE,
        /** The policy's actions come again. */
        IN_TIME,
        /** A plugin was replaced by another version. */
        SWAPPED,
        /** A plugin should have been replaced, and goes on instead. */
        SWAP_REFUSED,
        /** A choice vanished with its bundle. */
        GONE,
        /** A call does not return; its device was taken away. */
        HUNG,
        /** The session is about to end: the robot goes back to where it was at the start. */
        GOING_BACK,
        /** The loop ended. */
        ENDED
    }
}
