/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the control thread is, so that another can tell when it does not come back, and give it up for good: from then on
 * each of its steps throws {@link Abandoned}, so that it touches no device that others close meanwhile.
 *
 * <p>Threads: {@link #begin}, {@link #enter} and {@link #rest} by the control thread; {@link #overdue} by the watchdog.
 */
final class Watch {
    /** Waits for its clock: never overdue. */
    static final int RESTING = 0;
    /** In the runtime's own code. */
    static final int HOST = 1;
    /** In the robot. */
    static final int ROBOT = 2;
    /** In the teleoperator. */
    static final int TELEOPERATOR = 3;
    /** In camera 0; the next cameras follow. */
    static final int CAMERA = 4;

    private static final int STAGE_BITS = 8;
    private static final long STAGE_MASK = (1 << STAGE_BITS) - 1;
    private static final long GIVEN_UP = -1;

    private final AtomicLong state = new AtomicLong();
    // control thread
    private long mine;
    private long round;
    // watchdog
    private long seenRound;
    private long overdueNs;

    /** A tick begins. */
    void begin() {
        round++;
        enter(HOST);
    }

    /** The control thread goes on with {@code stage}. */
    void enter(int stage) {
        long next = round << STAGE_BITS | stage;
        if (!state.compareAndSet(mine, next)) {
            throw new Abandoned();
        }
        mine = next;
    }

    /** The tick is over. */
    void rest() {
        enter(RESTING);
    }

    /**
     * Whether the tick has taken {@code limitNs} of the time that the watchdog itself was awake, so that a suspended process is
     * no hang; if so, gives the control thread up.
     *
     * @param sinceLastNs real time since the last call, as far as it counts
     * @return the stage it is stuck in; {@link #RESTING} where all is well
     */
    int overdue(long sinceLastNs, long limitNs) {
        long seen = state.get();
        int stage = (int) (seen & STAGE_MASK);
        if (seen == GIVEN_UP) {
            return RESTING;
        }
        if (stage == RESTING || seen >> STAGE_BITS != seenRound) {
            seenRound = seen >> STAGE_BITS;
            overdueNs = 0;
            return RESTING;
        }
        overdueNs += sinceLastNs;
        if (overdueNs < limitNs) {
            return RESTING;
        }
        return state.compareAndSet(seen, GIVEN_UP) ? stage : RESTING;
    }
}
