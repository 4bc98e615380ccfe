/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.JointRanges;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionCamera;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.runtime.TickTap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session: the loop, who watches it, and who closes the devices after it. Thread: any. */
final class DefaultSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultSession.class);

    private final String name;
    private final Rig rig;
    private final Limits limits;
    private final Optional<JointRanges> ranges;
    private final List<SessionCamera> cameras;
    private final Successors successors;
    private final Watchdog watchdog;
    private final @Nullable Reconnector reconnector;
    private final Consumer<DefaultSession> closedHook;
    private final Optional<Tap> tap;
    private final ControlLoop loop;
    private final SwapLog swaps = new SwapLog();
    private final AtomicBoolean ran = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closeAsked;
    private volatile @Nullable Throwable closeFailure;

    /**
     * A session whose devices are connected; starts its threads.
     *
     * @param tap where every tick is left
     * @param closedHook is told when the devices are closed
     */
    DefaultSession(
            String name,
            Rig rig,
            Limits limits,
            Optional<JointRanges> ranges,
            Workshop workshop,
            Workshop.Brief brief,
            Optional<Tap> tap,
            Consumer<DefaultSession> closedHook) {
        this.name = name;
        this.rig = rig;
        this.limits = limits;
        this.ranges = ranges;
        cameras = SeatCamera.all(rig);
        this.closedHook = closedHook;
        this.tap = tap;
        loop = new ControlLoop(name, rig, tap.orElse(null));
        watchdog = new Watchdog(name, rig, limits.tick(), loop);
        successors = new Successors(this, rig, limits, workshop, brief);
        LoopSettings settings = rig.settings();
        reconnector = settings.reconnection().allowed() && !settings.simulatedTime()
                ? new Reconnector(this, rig, limits, workshop, loop, settings.reconnection())
                : null;
    }

    void start() {
        Reconnector mending = reconnector;
        if (mending != null) {
            loop.reconnector(mending);
            mending.start();
        }
        loop.start();
        watchdog.start();
    }

    @Override
    public SessionReport run() throws InterruptedException {
        if (closeAsked || !ran.compareAndSet(false, true)) {
            throw new IllegalStateException("Session " + name + " has run already, or was closed");
        }
        loop.go();
        int interrupts = awaitLoop();
        closeDevices();
        if (interrupts > 1) {
            throw new InterruptedException("Session " + name + " was interrupted again while it ended");
        }
        return report();
    }

    /** Waits for the loop; the number of interrupts meanwhile, the first of which stops it. */
    private int awaitLoop() {
        int interrupts = 0;
        while (true) {
            try {
                loop.awaitEnd();
                return interrupts;
            } catch (InterruptedException e) {
                interrupts++;
                loop.leave(Ending.STOPPED);
            }
        }
    }

    private SessionReport report() {
        Outcome how = loop.outcome();
        Throwable failure = closeFailure;
        if (how == null) {
            throw new IllegalStateException("Session " + name + " has not ended");
        }
        if (failure != null && how.failure() == null) {
            how = new Outcome(Ending.HUNG, failure);
        }
        return loop.report(how, swaps.report());
    }

    @Override
    public void stop() {
        loop.leave(Ending.STOPPED);
    }

    @Override
    public SessionSnapshot snapshot() {
        return loop.snapshot();
    }

    @Override
    public List<SessionCamera> cameras() {
        return cameras;
    }

    @Override
    public Features observationFeatures() {
        return rig.observation();
    }

    @Override
    public Features actionFeatures() {
        return rig.action();
    }

    @Override
    public Optional<JointRanges> ranges() {
        return ranges;
    }

    @Override
    public Optional<TickTap> tap() {
        return tap.map(TickTap.class::cast);
    }

    @Override
    public void rest(boolean rest) {
        loop.rest(rest);
    }

    @Override
    public void episode(boolean running) {
        loop.episode(running);
    }

    @Override
    public boolean simulatedTime() {
        return rig.settings().simulatedTime();
    }

    @Override
    public void close() {
        closeAsked = true;
        end(Ending.STOPPED);
    }

    /** Ends the loop, and waits until the devices are closed. */
    void end(Ending how) {
        loop.stop(how);
        int interrupts = awaitLoop();
        closeDevices();
        if (interrupts > 0) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the devices are closed by whoever does that; the number of interrupts meanwhile. */
    private int awaitClosed() {
        int interrupts = 0;
        while (true) {
            try {
                closed.await();
                return interrupts;
            } catch (InterruptedException e) {
                interrupts++;
            }
        }
    }

    /** Closes every device, once: the robot first, because that makes it safe. */
    void closeDevices() {
        if (!closing.compareAndSet(false, true)) {
            if (awaitClosed() > 0) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        rig.seats().forEach(this::closeSeat);
        Reconnector mending = reconnector;
        if (mending != null) {
            mending.close(); // what it is just connecting is closed, too
        }
        Outcome how = loop.outcome();
        rig.events()
                .post(
                        SessionEvent.Kind.ENDED,
                        loop.tick(),
                        "Session " + name + " ended: "
                                + (how == null ? Ending.STOPPED : how.ending())
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '));
        closedHook.accept(this);
        closed.countDown();
        rig.events().close();
    }

    private <D extends AutoCloseable> void closeSeat(Seat<D> seat) {
        Mount<D> mount = seat.mount();
        if (mount == null) {
            return;
        }
        seat.mount(null);
        if (seat == watchdog.blamed() && !controlThreadGone()) {
            // Its driver is still in a call: another one would meet it there.
            mount.handle().release();
            return;
        }
        try {
            mount.close(limits.toClose(seat.kind()));
        } catch (DeviceException e) {
            LOG.debug("{}", seat.label(), e);
            rig.events().post(SessionEvent.Kind.HUNG, loop.tick(), Texts.of(e));
            if (closeFailure == null) {
                closeFailure = e;
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("{} did not close well: {}", seat.label(), e.toString());
            LOG.debug("{}", seat.label(), e);
        }
    }

    private boolean controlThreadGone() {
        boolean interrupted = Thread.interrupted();
        try {
            return loop.awaitThread(limits.close().toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    // Exchanges

    String name() {
        return name;
    }

    Limits limits() {
        return limits;
    }

    SwapLog swaps() {
        return swaps;
    }

    Events events() {
        return rig.events();
    }

    long tick() {
        return loop.tick();
    }

    PendingExchange post(Exchange exchange) {
        PendingExchange pending = new PendingExchange(exchange, rig.real());
        loop.post(pending);
        return pending;
    }

    /** Every seat that may be exchanged. */
    List<Seat<?>> seats() {
        return rig.seats();
    }

    /**
     * Makes and prepares a successor for {@code seat}, off the loop.
     *
     * @throws SwapRefusedException where it cannot take over; nothing has changed then
     */
    Replacement<?> prepare(Seat<?> seat, TypeHandle successor) throws SwapRefusedException {
        try {
            return successors.prepare(seat, successor);
        } catch (SwapRefusedException e) {
            swaps.refused();
            rig.events().post(SessionEvent.Kind.SWAP_REFUSED, loop.tick(), e.getMessage());
            throw e;
        }
    }

    /** The choice in {@code seat} vanished, and there is no successor. Returns when nothing of it is in use any more. */
    void vacate(Seat<?> seat, String why) {
        rig.events().post(SessionEvent.Kind.GONE, loop.tick(), why);
        if (seat == rig.robot()) {
            end(Ending.ROBOT_GONE);
            return;
        }
        vacateDriveOrCamera(seat);
    }

    private <D extends AutoCloseable> void vacateDriveOrCamera(Seat<D> seat) {
        Mount<D> former = seat.mount();
        if (former == null) {
            return;
        }
        boolean vacated;
        try {
            vacated = post(new Vacating<>(seat, former, rig.source())).await(limits.firstPlan());
        } catch (SwapRefusedException e) {
            return; // somebody else sits there by now
        }
        if (vacated) {
            former.closeQuietly(limits.close());
        } else {
            closeDevices();
        }
    }
}
