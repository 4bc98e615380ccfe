/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.JointRanges;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
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
    private final @Nullable Seat<?> drive;
    private final Optional<JointRanges> ranges;
    private final Workshop workshop;
    private final Workshop.Brief brief;
    private final Consumer<DefaultSession> closedHook;
    private final ControlLoop loop;
    private final SwapLog swaps = new SwapLog();
    private final AtomicBoolean ran = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Seat<?> hung;
    private volatile @Nullable Throwable closeFailure;

    /**
     * A session whose devices are connected; starts its threads.
     *
     * @param drive the teleoperator's or policy's seat; null for a trajectory
     * @param closedHook is told when the devices are closed
     */
    DefaultSession(
            String name,
            Rig rig,
            Limits limits,
            @Nullable Seat<?> drive,
            Optional<JointRanges> ranges,
            Workshop workshop,
            Workshop.Brief brief,
            Consumer<DefaultSession> closedHook) {
        this.name = name;
        this.rig = rig;
        this.limits = limits;
        this.drive = drive;
        this.ranges = ranges;
        this.workshop = workshop;
        this.brief = brief;
        this.closedHook = closedHook;
        loop = new ControlLoop(name, rig);
    }

    void start() {
        loop.start();
        Threads.start("tendon-watchdog-" + name, this::watch);
    }

    @Override
    public SessionReport run() throws InterruptedException {
        if (closing.get() || !ran.compareAndSet(false, true)) {
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
                loop.stop(Ending.STOPPED);
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
        loop.stop(Ending.STOPPED);
    }

    @Override
    public SessionSnapshot snapshot() {
        return loop.snapshot();
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
    public void close() {
        end(Ending.STOPPED);
    }

    /** Ends the loop, and waits until the devices are closed. */
    void end(Ending how) {
        loop.stop(how);
        int interrupts = awaitLoop();
        closeDevices();
        interrupts += awaitClosed();
        if (interrupts > 0) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the devices are closed by whoever does that; the number of interrupts meanwhile. */
    @SuppressWarnings("UnusedReturnValue")
    int awaitClosed() {
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
    private void closeDevices() {
        if (!closing.compareAndSet(false, true)) {
            awaitClosed();
            return;
        }
        closeSeat(rig.robot());
        if (drive != null) {
            closeSeat(drive);
        }
        rig.cameras().forEach(this::closeSeat);
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
        if (seat == hung && !controlThreadGone()) {
            // Its driver is still in a call: another one would meet it there.
            mount.handle().release();
            return;
        }
        try {
            mount.close(limits.close());
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

    // The watchdog

    private void watch() {
        long napNs = Math.max(1_000_000, Math.min(20_000_000, limits.tick().toNanos() / 10));
        Clock real = rig.real();
        long last = real.nanoTime();
        try {
            while (!loop.over()) {
                real.sleepUntil(last + napNs);
                long now = real.nanoTime();
                int stage = rig.watch()
                        .overdue(Math.min(now - last, 2 * napNs), limits.tick().toNanos());
                last = now;
                if (stage != Watch.RESTING) {
                    hung(stage);
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("The watchdog of session {} was interrupted: the session ends", name);
            loop.stop(Ending.STOPPED);
        }
    }

    private void hung(int stage) {
        Seat<?> seat = blamed(stage);
        hung = seat;
        Mount<?> mount = seat.mount();
        if (mount != null) {
            mount.context().revokeAll();
        }
        String text = seat.label() + " did not return from a tick within "
                + limits.tick().toMillis() + " ms; what it held was taken away and left safe. Its thread was given up.";
        rig.events().post(SessionEvent.Kind.HUNG, loop.tick(), text);
        loop.abandon(new Outcome(
                Ending.HUNG,
                new DeviceException(text + " Check the device, then start again; report it if it comes back.")));
    }

    private Seat<?> blamed(int stage) {
        if (stage == Watch.TELEOPERATOR && drive != null) {
            return drive;
        }
        if (stage >= Watch.CAMERA) {
            return rig.cameras().get(stage - Watch.CAMERA);
        }
        return rig.robot();
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
        List<Seat<?>> seats = new ArrayList<>();
        seats.add(rig.robot());
        if (drive != null) {
            seats.add(drive);
        }
        seats.addAll(rig.cameras());
        return seats;
    }

    /**
     * Makes and prepares a successor for {@code seat}, off the loop.
     *
     * @throws SwapRefusedException where it cannot take over; nothing has changed then
     */
    Replacement<?> prepare(Seat<?> seat, TypeHandle successor) throws SwapRefusedException {
        Mount<?> former = seat.mount();
        if (former == null) {
            throw new SwapRefusedException(seat.label() + " has gone meanwhile");
        }
        String stays = name + ": " + seat.label() + " stays on "
                + former.handle().bundle() + ", because " + successor.bundle() + " ";
        try {
            if (seat == rig.robot()) {
                return prepareRobot(successor, stays);
            }
            if (seat == drive && rig.source() instanceof PolicySource source) {
                return preparePolicy(cast(seat), source, successor, stays);
            }
            if (seat == drive) {
                return prepareTeleoperator(cast(seat), successor, stays);
            }
            return prepareCamera(cast(seat), successor, stays);
        } catch (SwapRefusedException e) {
            swaps.refused();
            rig.events().post(SessionEvent.Kind.SWAP_REFUSED, loop.tick(), e.getMessage());
            throw e;
        }
    }

    @SuppressWarnings("unchecked") // a seat's kind says whose it is
    private static <D extends AutoCloseable> Seat<D> cast(Seat<?> seat) {
        return (Seat<D>) seat;
    }

    private HostContext contextFor(Seat<?> seat) {
        Mount<?> former = seat.mount();
        return new HostContext(
                seat.label(),
                rig.clock(),
                former == null ? NoDialog.INSTANCE : former.context().dialog());
    }

    private Replacement<?> prepareRobot(TypeHandle successor, String stays) throws SwapRefusedException {
        var seat = rig.robot();
        return prepareDevice(
                seat,
                Watch.ROBOT,
                stays,
                () -> workshop.robot(successor, seat.chosen(), contextFor(seat)).mount(),
                (former, next) -> {
                    List<String> lines =
                            new ArrayList<>(former.observationFeatures().differences(next.observationFeatures()));
                    lines.addAll(former.actionFeatures().differences(next.actionFeatures()));
                    return lines;
                });
    }

    private Replacement<?> prepareTeleoperator(Seat<Teleoperator> seat, TypeHandle successor, String stays)
            throws SwapRefusedException {
        return prepareDevice(
                seat,
                Watch.TELEOPERATOR,
                stays,
                () -> workshop.teleoperator(successor, seat.chosen(), contextFor(seat)),
                (former, next) -> former.actionFeatures().differences(next.actionFeatures()));
    }

    private Replacement<?> prepareCamera(Seat<Camera> seat, TypeHandle successor, String stays)
            throws SwapRefusedException {
        int index = rig.cameras().indexOf(seat);
        return prepareDevice(
                seat,
                Watch.CAMERA + index,
                stays,
                () -> workshop.camera(successor, seat.chosen(), contextFor(seat)),
                (former, next) ->
                        Features.of(former.feature("picture")).differences(Features.of(next.feature("picture"))));
    }

    /** Makes something, and may fail as plugins do. */
    @FunctionalInterface
    private interface Maker<D extends AutoCloseable> {
        Mount<D> make();
    }

    private <D extends AutoCloseable> Replacement<D> prepareDevice(
            Seat<D> seat, int stage, String stays, Maker<D> maker, BiFunction<D, D, List<String>> differences)
            throws SwapRefusedException {
        Mount<D> former = former(seat);
        Mount<D> next = make(maker, stays);
        try {
            if (!(former.device() instanceof Adoptable) || !(next.device() instanceof Adoptable successor)) {
                throw new SwapRefusedException(
                        stays + "cannot take over while the session runs: one of the two does not know how."
                                + " It is used at the next start.");
            }
            List<String> lines = differences.apply(former.device(), next.device());
            if (!lines.isEmpty()) {
                throw new SwapRefusedException(stays + "has other features: " + String.join("; ", lines));
            }
            new Guard(next.context()).call("prepare", limits.connect(), successor::prepare);
        } catch (SwapRefusedException e) {
            next.closeQuietly(limits.close());
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            next.closeQuietly(limits.close());
            throw new SwapRefusedException(stays + "was interrupted while it prepared");
        } catch (DeviceException | RuntimeException | LinkageError e) {
            next.closeQuietly(limits.close());
            LOG.debug("{}", seat.label(), e);
            throw new SwapRefusedException(stays + "could not prepare: " + Texts.of(e));
        }
        return new Replacement<>(this, seat, former, next, (from, to) -> new AdoptExchange<>(seat, stage, from, to));
    }

    private Replacement<Planner> preparePolicy(
            Seat<Planner> seat, PolicySource source, TypeHandle successor, String stays) throws SwapRefusedException {
        Mount<Planner> former = former(seat);
        Mount<Planner> next = make(() -> workshop.policy(successor, seat.chosen(), contextFor(seat), brief), stays);
        try {
            if (!next.device().awaitWarm(limits.firstPlan())) {
                throw new SwapRefusedException(
                        stays + "did not get ready within " + limits.firstPlan().toMillis() + " ms");
            }
        } catch (SwapRefusedException e) {
            next.closeQuietly(limits.close());
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            next.closeQuietly(limits.close());
            throw new SwapRefusedException(stays + "was interrupted while it got ready");
        } catch (RuntimeException | LinkageError e) {
            next.closeQuietly(limits.close());
            LOG.debug("{}", seat.label(), e);
            throw new SwapRefusedException(stays + "could not get ready: " + Texts.of(e));
        }
        return new Replacement<>(this, seat, former, next, (from, to) -> new PolicyExchange(source, seat, from, to));
    }

    private static <D extends AutoCloseable> Mount<D> former(Seat<D> seat) throws SwapRefusedException {
        Mount<D> former = seat.mount();
        if (former == null) {
            throw new SwapRefusedException(seat.label() + " has gone meanwhile");
        }
        return former;
    }

    private static <D extends AutoCloseable> Mount<D> make(Maker<D> maker, String stays) throws SwapRefusedException {
        try {
            return maker.make();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("{}", stays, e);
            throw new SwapRefusedException(stays + "could not be made: " + Texts.of(e));
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
            awaitClosed();
        }
    }
}
