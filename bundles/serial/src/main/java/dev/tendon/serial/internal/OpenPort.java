/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.serial.SerialChannel;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that is open, whoever holds it. The one who takes {@link #holder} away from a lease (by a transfer, a close or a
 * revocation) decides what happens next; the others find that they came too late. Thread: any.
 *
 * <p>A holder's call raises {@link #busy}, then looks whether it still holds the port; who ends the port clears {@link #holder},
 * then waits until {@link #busy} is down. Both are volatile, so at least one of the two sees the other, and no lock is taken on the
 * tick.
 */
final class OpenPort {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPort.class);

    /** A revocation must be over in 100 ms; the rest is for starting and ending its thread. */
    private static final long REVOKE_WAIT_MS = 90;

    /** How long the holder's running call may take to notice; it looks every {@link PortLease#SLICE_NS}. */
    private static final long BUSY_WAIT_NS = 50_000_000;

    private static final long POLL_NS = 200_000;

    /** The rule is sent more than once: nobody answers it, and a servo that is just sending may not hear the first. */
    private static final int SAFE_END_TIMES = 3;

    private static final long SAFE_END_PAUSE_NS = 2_000_000;
    private static final byte[] NOTHING = {};

    private final AtomicReference<@Nullable PortLease> holder = new AtomicReference<>();
    private final String port;
    private final SerialChannel channel;
    private final Runnable onClosed;
    private volatile boolean busy;
    private volatile byte[] safeEnd = NOTHING;

    OpenPort(String port, SerialChannel channel, Runnable onClosed) {
        this.port = port;
        this.channel = channel;
        this.onClosed = onClosed;
    }

    PortLease leaseTo(DeviceContext context) {
        PortLease lease = new PortLease(this, context);
        holder.set(lease);
        context.granted(lease);
        return lease;
    }

    String port() {
        return port;
    }

    SerialChannel channel() {
        return channel;
    }

    /** Who has it; {@code otherwise} while nobody does. */
    String holderLabel(String otherwise) {
        PortLease lease = holder.get();
        return lease == null ? otherwise : lease.holderLabel();
    }

    boolean isHeldBy(PortLease lease) {
        return holder.get() == lease;
    }

    /** Whoever holds the port loses it, by force. */
    void revoke() {
        PortLease lease = holder.get();
        if (lease != null) {
            revoke(lease);
        }
    }

    PortLease transfer(PortLease from, DeviceContext to) throws DeviceException {
        PortLease next = new PortLease(this, to);
        if (!holder.compareAndSet(from, next)) {
            throw from.invalid();
        }
        from.ended();
        to.granted(next);
        return next;
    }

    void revoke(PortLease lease) {
        if (!holder.compareAndSet(lease, null)) {
            return;
        }
        byte[] rule = safeEnd;
        Thread worker = new Thread(
                () -> {
                    awaitHolder();
                    apply(rule);
                    end();
                },
                "tendon-serial-revoke");
        worker.setDaemon(true);
        worker.start();
        boolean interrupted = Thread.interrupted();
        try {
            worker.join(REVOKE_WAIT_MS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        LOG.warn("{}: taken back from {}", port, lease.holderLabel());
        lease.ended();
    }

    void close(PortLease lease) {
        if (holder.compareAndSet(lease, null)) {
            awaitHolder();
            end();
            lease.ended();
        }
    }

    void safeEnd(byte[] bytes) {
        safeEnd = bytes.clone();
    }

    void enter(PortLease lease) throws DeviceException {
        busy = true;
        if (!isHeldBy(lease)) {
            busy = false;
            throw lease.invalid();
        }
    }

    void leave() {
        busy = false;
    }

    private void awaitHolder() {
        Clock real = new SystemClock();
        long deadline = real.nanoTime() + BUSY_WAIT_NS;
        while (busy && real.nanoTime() - deadline < 0) {
            pause(real, POLL_NS);
        }
    }

    private void apply(byte[] rule) {
        if (rule.length == 0) {
            return;
        }
        Clock real = new SystemClock();
        try {
            for (int i = 0; i < SAFE_END_TIMES; i++) {
                if (i > 0) {
                    pause(real, SAFE_END_PAUSE_NS);
                }
                channel.write(rule, 0, rule.length);
            }
            pause(real, SAFE_END_PAUSE_NS); // closing must not cut off what the system still has to send
        } catch (DeviceException | RuntimeException e) {
            LOG.error("{}: could not be told to end safe. Switch the device's power off.", port, e);
        }
    }

    private void end() {
        try {
            channel.close();
        } finally {
            onClosed.run();
        }
    }

    private static void pause(Clock real, long ns) {
        long until = real.nanoTime() + ns;
        boolean interrupted = false;
        while (real.nanoTime() - until < 0) {
            if (interrupted) {
                Thread.onSpinWait();
                continue;
            }
            try {
                real.sleepUntil(until);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
