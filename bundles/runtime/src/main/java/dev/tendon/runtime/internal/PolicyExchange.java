/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.swap.SwapRefusedException;

/** A policy takes over from another, once it has planned; it is fed beside the other until then. */
final class PolicyExchange implements Exchange {
    private final PolicySource source;
    private final Seat<Planner> seat;
    private final Mount<Planner> former;
    private final Mount<Planner> next;
    private boolean announced;

    PolicyExchange(PolicySource source, Seat<Planner> seat, Mount<Planner> former, Mount<Planner> next) {
        this.source = source;
        this.seat = seat;
        this.former = former;
        this.next = next;
    }

    @Override
    public int stage() {
        return Watch.HOST;
    }

    @Override
    public boolean attempt(boolean running) throws SwapRefusedException {
        if (seat.mount() != former) {
            source.announce(null);
            throw new SwapRefusedException(seat.label() + " was replaced or has gone meanwhile");
        }
        if (!running) {
            source.seat(next);
            return true;
        }
        if (!announced) {
            announced = true;
            next.device().restart();
            source.announce(next.device());
            return false;
        }
        try {
            next.device().rethrow();
        } catch (RuntimeException | Error e) {
            source.announce(null);
            throw new SwapRefusedException(seat.label() + " stays on "
                    + former.handle().bundle() + ": " + next.handle().bundle() + " could not plan: " + Texts.of(e));
        }
        if (!next.device().ready()) {
            return false;
        }
        source.seat(next);
        return true;
    }

    @Override
    public void withdraw() {
        source.announce(null);
    }
}
