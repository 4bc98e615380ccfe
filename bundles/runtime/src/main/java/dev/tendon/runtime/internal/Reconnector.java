/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.Reconnection;
import dev.tendon.runtime.SessionEvent;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings lost devices back, one at a time, on a thread of its own: closes the dead instance, makes a new one, connects it as at the
 * start of a session, and puts it into the seat between two ticks. A device that is not back in time ends the session.
 *
 * <p>Threads: {@link #lost} the control thread, {@link #close} whoever closes the devices, the rest its own.
 */
final class Reconnector implements AutoCloseable {
    /** Between two attempts: a person is no faster, and a system needs about as long to make a port of a plug. */
    private static final long PAUSE_NS = 200_000_000;

    private final DefaultSession session;
    private final Rig rig;
    private final Limits limits;
    private final Workshop workshop;
    private final ControlLoop loop;
    private final Reconnection rule;
    private final Clock real;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Loss> losses = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private record Loss(Seat<?> seat, String why, long tick, long sinceNs) {}

    Reconnector(
            DefaultSession session, Rig rig, Limits limits, Workshop workshop, ControlLoop loop, Reconnection rule) {
        this.session = session;
        this.rig = rig;
        this.limits = limits;
        this.workshop = workshop;
        this.loop = loop;
        this.rule = rule;
        real = rig.real();
        thread = Threads.unstarted("tendon-reconnect-" + session.name(), this::run);
    }

    void start() {
        thread.start();
    }

    /** Brings the device in {@code seat} back, which nobody else touches from now on. Waits for nothing. */
    void lost(Seat<?> seat, String why, long tick) {
        losses.add(new Loss(seat, why, tick, real.nanoTime()));
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            while (!over) {
                Loss loss = losses.poll();
                if (loss == null) {
                    LockSupport.park(this);
                    if (Thread.interrupted()) {
                        return;
                    }
                } else {
                    bringBack(loss.seat, loss);
                }
            }
        } catch (InterruptedException e) {
            // The session ends.
        }
    }

    private <D extends AutoCloseable> void bringBack(Seat<D> seat, Loss loss) throws InterruptedException {
        Mount<D> former = seat.mount();
        if (former == null) {
            return;
        }
        former.closeQuietly(limits.toClose(seat.kind()));
        long endNs = loss.sinceNs + rule.window().toNanos();
        String why = loss.why;
        for (int attempts = 1; !over; attempts++) {
            try {
                if (seat(seat, former, connected(seat, former), loss, attempts)) {
                    return;
                }
            } catch (DeviceException e) {
                why = Texts.of(e);
            } catch (ConfigException | IllegalStateException | LinkageError e) {
                fail(seat.label() + " cannot be connected again: " + Texts.of(e));
                return;
            }
            if (real.nanoTime() - endNs >= 0) {
                fail(String.format(
                        Locale.ROOT,
                        "%s was lost and did not come back within %.1f s (%d attempts): %s It may still hold its last goal with "
                                + "its motors on: switch its power off before you touch it.",
                        seat.label(),
                        rule.window().toMillis() / 1e3,
                        attempts,
                        why));
                return;
            }
            real.sleepUntil(real.nanoTime() + PAUSE_NS);
        }
    }

    private void fail(String message) {
        loop.stop(new Outcome(Ending.DEVICE_FAILED, new DeviceException(message)));
    }

    private <D extends AutoCloseable> Mount<D> connected(Seat<D> seat, Mount<D> former)
            throws DeviceException, InterruptedException {
        HostContext context = new HostContext(seat.label(), rig.clock(), NoDialog.INSTANCE);
        Mount<D> next = make(seat, former, context);
        boolean done = false;
        try {
            checkSame(seat, former, next);
            new Guard(context).call("connect", limits.connect(), () -> connect(next));
            done = true;
            return next;
        } catch (Guard.HungException e) {
            next.handle().release(); // its driver is still in connect: nobody may meet it there
            done = true;
            throw e;
        } finally {
            if (!done) {
                next.closeQuietly(limits.close());
            }
        }
    }

    @SuppressWarnings("unchecked") // a seat's kind says whose it is
    private <D extends AutoCloseable> Mount<D> make(Seat<D> seat, Mount<D> former, HostContext context) {
        return (Mount<D>)
                switch (seat.kind()) {
                    case ROBOT -> workshop.robot(former.handle(), seat.chosen(), context)
                            .mount();
                    case TELEOPERATOR -> workshop.teleoperator(former.handle(), seat.chosen(), context);
                    case POLICY, CAMERA -> throw new IllegalStateException(seat.label() + " is not connected");
                };
    }

    private static void connect(Mount<?> mount) throws DeviceException {
        if (mount.device() instanceof Robot robot) {
            robot.connect();
        } else if (mount.device() instanceof Teleoperator teleoperator) {
            teleoperator.connect();
        }
    }

    /** Options that name a file may have another meaning by now. */
    private static void checkSame(Seat<?> seat, Mount<?> former, Mount<?> next) {
        List<String> differences = List.of();
        if (former.device() instanceof Robot was && next.device() instanceof Robot is) {
            differences = was.actionFeatures().differences(is.actionFeatures());
        } else if (former.device() instanceof Teleoperator was && next.device() instanceof Teleoperator is) {
            differences = was.actionFeatures().differences(is.actionFeatures());
        }
        if (!differences.isEmpty()) {
            throw new ConfigException(seat.label() + " has other features now: " + String.join("; ", differences));
        }
    }

    /** Puts {@code next} into the seat; false where the session ended, or somebody else took the seat: it is closed then. */
    private <D extends AutoCloseable> boolean seat(
            Seat<D> seat, Mount<D> former, Mount<D> next, Loss loss, int attempts) {
        boolean seated = false;
        try {
            PendingExchange pending = session.post(new Reseat<>(seat, former, next, () -> loop.returned(seat)));
            seated = pending.await(limits.firstPlan());
            if (seated) {
                rig.events().post(SessionEvent.Kind.RECONNECTED, pending.tick(), text(seat, loss, pending, attempts));
            }
            return true;
        } catch (SwapRefusedException e) {
            return true; // its bundle went, which has been told
        } finally {
            if (!seated && seat.mount() != next) {
                next.closeQuietly(limits.toClose(seat.kind()));
            }
        }
    }

    private String text(Seat<?> seat, Loss loss, PendingExchange pending, int attempts) {
        return String.format(
                Locale.ROOT,
                "%s is connected again after %.1f s and %d ticks (%d %s); the robot goes to what is wanted in %.1f s",
                seat.label(),
                (real.nanoTime() - loss.sinceNs) / 1e9,
                pending.tick() - loss.tick,
                attempts,
                attempts == 1 ? "attempt" : "attempts",
                rule.approach().toMillis() / 1e3);
    }

    /** Lets what is under way come to its end, and closes what came back too late. */
    @Override
    public void close() {
        over = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
