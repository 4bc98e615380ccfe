/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.HasBusErrors;
import org.jspecify.annotations.Nullable;

/** Sums up the bus errors of whoever sits in a seat; each instance counts from 0 when it connects or adopts. Owner: the control thread. */
final class BusTally {
    private final Seat<?> seat;
    private final Count retries = new Count();
    private final Count timeouts = new Count();
    private final Count checksumErrors = new Count();
    private @Nullable Mount<?> seen;
    private @Nullable HasBusErrors counting;

    BusTally(Seat<?> seat) {
        this.seat = seat;
    }

    /** Reads the present counts. A lost device is being closed by others, and is left alone. */
    void read() {
        if (seat.lost()) {
            return;
        }
        Mount<?> mount = seat.mount();
        if (mount != seen) {
            seen = mount;
            counting = mount != null && mount.device() instanceof HasBusErrors has ? has : null;
            retries.another();
            timeouts.another();
            checksumErrors.another();
        }
        HasBusErrors has = counting;
        if (has != null) {
            retries.now(has.busRetries());
            timeouts.now(has.busTimeouts());
            checksumErrors.now(has.busChecksumErrors());
        }
    }

    long retries() {
        return retries.sum();
    }

    long timeouts() {
        return timeouts.sum();
    }

    long checksumErrors() {
        return checksumErrors.sum();
    }

    /** One count over several instances. */
    private static final class Count {
        private long before;
        private long now;

        void another() {
            before += now;
            now = 0;
        }

        /** One that falls was begun anew: its device handed over, and took back. */
        void now(long next) {
            if (next < now) {
                another();
            }
            now = next;
        }

        long sum() {
            return before + now;
        }
    }
}
