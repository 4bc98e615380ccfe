/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.api.device.Lease;
import dev.tendon.api.swap.SwapRefusedException;
import java.util.ArrayList;
import java.util.List;

/**
 * A device hands its work and its leases to another instance. If the other does not take them, they move back and the first one
 * goes on, all between the same two ticks.
 */
final class AdoptExchange<D extends AutoCloseable> implements Exchange {
    private final Seat<D> seat;
    private final int stage;
    private final Mount<D> former;
    private final Mount<D> next;

    AdoptExchange(Seat<D> seat, int stage, Mount<D> former, Mount<D> next) {
        this.seat = seat;
        this.stage = stage;
        this.former = former;
        this.next = next;
    }

    @Override
    public int stage() {
        return stage;
    }

    @Override
    public boolean attempt(boolean running) throws SwapRefusedException, DeviceException {
        if (seat.mount() != former) {
            throw new SwapRefusedException(seat.label() + " was replaced or has gone meanwhile");
        }
        if (seat.lost()) {
            throw new SwapRefusedException(
                    seat.label() + " is lost and has nothing to hand over; update again when it is back");
        }
        HandOver handOver = handOver();
        try {
            adopt(next, handOver.with(move(former, next)));
        } catch (Abandoned e) {
            throw e;
        } catch (DeviceException | RuntimeException | LinkageError e) {
            takeBack(handOver, e);
            throw new SwapRefusedException(
                    seat.label() + " stays on " + former.handle().bundle() + ": "
                            + next.handle().bundle() + " could not take over: " + Texts.of(e));
        }
        seat.mount(next);
        return true;
    }

    private HandOver handOver() throws SwapRefusedException {
        try {
            return ((Adoptable) former.device()).handOver();
        } catch (Abandoned e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new SwapRefusedException(seat.label() + " stays on "
                    + former.handle().bundle() + ", which could not hand over: " + Texts.of(e));
        }
    }

    private void takeBack(HandOver handOver, Throwable why) throws DeviceException {
        try {
            adopt(former, handOver.with(move(next, former)));
        } catch (Abandoned e) {
            throw e;
        } catch (DeviceException | RuntimeException | LinkageError e) {
            throw new DeviceException(
                    seat.label() + " could not be replaced (" + Texts.of(why) + "), nor could the former driver go on: "
                            + Texts.of(e),
                    e);
        }
    }

    private static void adopt(Mount<?> by, HandOver handOver) throws DeviceException {
        ((Adoptable) by.device()).adopt(handOver);
    }

    private static List<Lease> move(Mount<?> from, Mount<?> to) throws DeviceException {
        List<Lease> moved = new ArrayList<>();
        for (Lease lease : from.context().leases()) {
            Lease next = lease.transferTo(to.context());
            from.context().ended(lease);
            to.context().granted(next);
            moved.add(next);
        }
        return moved;
    }
}
