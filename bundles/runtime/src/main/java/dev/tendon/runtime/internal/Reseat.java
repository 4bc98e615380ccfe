/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.swap.SwapRefusedException;

/** A device that was lost has come back as a new instance, connected by its own rules: it takes the old one's seat. */
final class Reseat<D extends AutoCloseable> implements Exchange {
    private final Seat<D> seat;
    private final Mount<D> former;
    private final Mount<D> next;
    private final Runnable seated;

    /** @param seated is called in the control thread, when it has */
    Reseat(Seat<D> seat, Mount<D> former, Mount<D> next, Runnable seated) {
        this.seat = seat;
        this.former = former;
        this.next = next;
        this.seated = seated;
    }

    @Override
    public int stage() {
        return Watch.HOST;
    }

    @Override
    public boolean attempt(boolean running) throws SwapRefusedException {
        if (seat.mount() != former) {
            throw new SwapRefusedException(seat.label() + " was replaced or has gone meanwhile");
        }
        seat.mount(next);
        seat.lost(false);
        seated.run();
        return true;
    }
}
