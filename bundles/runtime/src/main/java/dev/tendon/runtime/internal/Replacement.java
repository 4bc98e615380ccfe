/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.runtime.SessionEvent;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * One instance of a running session and its prepared successor: exchange, and then {@link #retire}; or {@link #undo} and {@link
 * #discard}. Thread: the one that swaps.
 */
final class Replacement<D extends AutoCloseable> {
    private final DefaultSession session;
    private final Seat<D> seat;
    private final Mount<D> former;
    private final Mount<D> next;
    private final BiFunction<Mount<D>, Mount<D>, Exchange> exchange;
    private String line = "";

    /** @param exchange between a former and a next one */
    Replacement(
            DefaultSession session,
            Seat<D> seat,
            Mount<D> former,
            Mount<D> next,
            BiFunction<Mount<D>, Mount<D>, Exchange> exchange) {
        this.session = session;
        this.seat = seat;
        this.former = former;
        this.next = next;
        this.exchange = exchange;
    }

    /**
     * Exchanges them between two ticks.
     *
     * @return false where the session ended before; the former one is closed with it
     * @throws SwapRefusedException where all is as before
     */
    boolean exchange() throws SwapRefusedException {
        PendingExchange pending = session.post(exchange.apply(former, next));
        try {
            if (!pending.await(session.limits().firstPlan())) {
                next.context().revokeAll(); // a hang in the exchange may have left something there
                session.closeDevices();
                return false;
            }
        } catch (SwapRefusedException e) {
            refused(e.getMessage());
            throw e;
        }
        session.swaps().done(pending.durationUs());
        line = String.format(
                Locale.ROOT,
                "%s: %s moved from %s to %s after tick %d, in %.0f µs",
                session.name(),
                seat.label(),
                former.handle().bundle(),
                next.handle().bundle(),
                pending.tick(),
                pending.durationUs());
        session.events().post(SessionEvent.Kind.SWAPPED, pending.tick(), line);
        return true;
    }

    private void refused(String why) {
        session.swaps().refused();
        session.events().post(SessionEvent.Kind.SWAP_REFUSED, session.tick(), why);
    }

    /** Back to the former one, which was not retired yet, because another exchange failed. */
    void undo() throws SwapRefusedException {
        if (seat.mount() != next) {
            return; // the session ended, or was never exchanged
        }
        PendingExchange pending = session.post(exchange.apply(next, former));
        if (pending.await(session.limits().firstPlan())) {
            refused(seat.label() + " went back to " + former.handle().bundle());
        } else {
            session.closeDevices();
        }
    }

    /** Closes the former one. */
    void retire() {
        former.closeQuietly(session.limits().toClose(seat.kind()));
    }

    /** Closes the successor, which is not used. */
    void discard() {
        if (seat.mount() != next) {
            next.closeQuietly(session.limits().close());
        }
    }

    /** What happened, for the user. */
    String line() {
        return line;
    }
}
