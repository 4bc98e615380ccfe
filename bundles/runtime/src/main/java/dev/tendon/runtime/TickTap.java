/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Every tick of a session, in order, for one reader: a recorder. The control thread leaves each tick in a ring of a fixed size and goes
 * on; it never waits for the reader and wakes nobody, so the reader looks several times a tick's period. A tick that finds no room is
 * dropped and counted. Thread: the reader's, one.
 */
@ProviderType
public interface TickTap {
    /**
     * The oldest tick that was not read yet; null where there is none. What the call before gave must not be used any more: its place
     * is free again and its pictures are released.
     */
    @Nullable
    Tick next();

    /**
     * From now on the loop begins its next tick only when this tap was asked for it: nothing is dropped, and what the reader decides in a
     * tick holds from the next on, in each run alike. For sessions on simulated time; where time is real it changes nothing.
     */
    void lockstep();

    /** Ticks that found no room so far. */
    long dropped();

    /** Whether the loop is over: ticks that are still here can be read, and no further one comes. */
    boolean ended();
}
