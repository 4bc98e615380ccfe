/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.swap.SwapRefusedException;

/** Nobody takes the place of a drive or a camera: the last goal stays, the picture's slot is empty. */
final class Vacating<D extends AutoCloseable> implements Exchange {
    private final Seat<D> seat;
    private final Mount<D> former;
    private final ActionSource source;

    Vacating(Seat<D> seat, Mount<D> former, ActionSource source) {
        this.seat = seat;
        this.former = former;
        this.source = source;
    }

    @Override
    public int stage() {
        return Watch.HOST;
    }

    @Override
    public boolean attempt(boolean running) throws SwapRefusedException {
        if (seat.mount() != former) {
            throw new SwapRefusedException(seat.label() + " was replaced meanwhile");
        }
        if (seat.kind() == Kind.POLICY && source instanceof PolicySource policies) {
            policies.seat(null);
        } else {
            seat.mount(null);
        }
        return true;
    }
}
