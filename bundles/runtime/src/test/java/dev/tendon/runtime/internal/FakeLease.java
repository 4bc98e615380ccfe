/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Lease;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A bus that can be open once; counts when the holder's rule was applied, and lets a call that hangs in it end then. */
final class FakeLease implements Lease {
    /** What stays open while leases move. */
    static final class Bus {
        final AtomicInteger rulesApplied = new AtomicInteger();
        final CountDownLatch taken = new CountDownLatch(1);
        volatile boolean open = true;
    }

    final Bus bus;
    private final DeviceContext holder;
    private volatile boolean valid = true;

    FakeLease(Bus bus, DeviceContext holder) {
        this.bus = bus;
        this.holder = holder;
        holder.granted(this);
    }

    /** Waits for an answer that never comes, until the bus is taken away. */
    void hang() throws DeviceException {
        boolean interrupted = false;
        while (true) {
            try {
                bus.taken.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // a bad driver
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new DeviceException("the bus was taken away");
    }

    @Override
    public String resource() {
        return "bus";
    }

    @Override
    public boolean valid() {
        return valid;
    }

    @Override
    public Lease transferTo(DeviceContext next) throws DeviceException {
        if (!valid) {
            throw new DeviceException("not valid");
        }
        valid = false;
        holder.ended(this);
        return new FakeLease(bus, next);
    }

    @Override
    public void revoke() {
        if (valid) {
            valid = false;
            bus.rulesApplied.incrementAndGet();
            bus.open = false;
            bus.taken.countDown();
        }
    }

    @Override
    public void close() {
        if (valid) {
            valid = false;
            bus.open = false;
            holder.ended(this);
        }
    }
}
