/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.ReportsFaults;
import dev.tendon.runtime.SessionEvent;

/**
 * Tells what the parts of a device report of themselves: when it begins, changes and ends. What comes and goes quicker than a
 * tenth of a second is told once. Owner: the control thread.
 */
final class FaultWatch {
    private static final long SETTLED_NS = 100_000_000;

    private final Seat<?> seat;
    private final Events events;
    private long told;
    private long faultyTicks;
    private long lastFaultNs;
    private long lastChangeNs;
    private boolean changedBefore;

    FaultWatch(Seat<?> seat, Events events) {
        this.seat = seat;
        this.events = events;
    }

    /** Looks; whether there was something to tell. */
    boolean look(long tick, long nowNs) {
        Mount<?> mount = seat.mount();
        if (mount == null || seat.lost() || !(mount.device() instanceof ReportsFaults device)) {
            return false;
        }
        long mark = device.faultMark();
        if (mark != 0) {
            faultyTicks++;
            lastFaultNs = nowNs;
        }
        if (mark == told || (mark == 0 && nowNs - lastFaultNs < SETTLED_NS)) {
            return false;
        }
        if (mark != 0 && changedBefore && nowNs - lastChangeNs < SETTLED_NS) {
            return false;
        }
        told = mark;
        lastChangeNs = nowNs;
        changedBefore = true;
        if (mark == 0) {
            events.post(
                    SessionEvent.Kind.HEALTHY,
                    tick,
                    seat.label() + " reports no fault any more; it did in " + faultyTicks
                            + (faultyTicks == 1 ? " tick" : " ticks"));
            faultyTicks = 0;
        } else {
            events.post(SessionEvent.Kind.FAULTY, tick, seat.label() + " works on and reports: " + device.faultText());
        }
        return true;
    }
}
