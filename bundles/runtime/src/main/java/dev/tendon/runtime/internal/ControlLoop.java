/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.Image;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionSnapshot;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The loop: observe, add pictures, ask the drive, send, note, exchange, wait.
 *
 * <p>Everything that is not volatile or atomic belongs to the control thread, which is this object's own. It waits for a
 * device's bus and for its clock. A tick without a fault or an exchange allocates nothing.
 */
final class ControlLoop {
    /** The longest time between two looks at {@link Rig#stopping}. */
    private static final long LONGEST_NAP_NS = 50_000_000;

    private final Rig rig;
    private final Clock clock;
    private final Watch watch;
    private final Thread thread;
    private final Schedule schedule;
    private final Tracking tracking;
    private final AllocationMeter allocation;
    private final Board board;
    private final int actionValues;

    private final Faults faults;
    private final Exchanges exchanges = new Exchanges();

    private FrameBuffer observation;
    private FrameBuffer nextObservation;
    private FrameBuffer wanted;
    private FrameBuffer nextWanted;
    private FrameBuffer sent;
    private FrameBuffer nextSent;
    private boolean acted;
    private boolean goalSent;
    private boolean late;
    private boolean clean;
    private long heldTicks;
    private long tick = -1;

    private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean going;
    private volatile boolean over;

    ControlLoop(String session, Rig rig) {
        this.rig = rig;
        clock = rig.clock();
        watch = rig.watch();
        actionValues = rig.action().layout().values();
        int[] observedSlots = Matching.observedSlots(rig.action(), rig.observation());
        faults = new Faults(rig.events());
        schedule = new Schedule(rig.settings().fps());
        tracking = new Tracking(rig.action().layout().valueNames(), observedSlots);
        allocation = new AllocationMeter(rig.settings().allocationWarmUpTicks().orElse(-1));
        board = new Board(rig.observation().layout().values(), actionValues);
        observation = new FrameBuffer(rig.observation().layout());
        nextObservation = new FrameBuffer(rig.observation().layout());
        wanted = new FrameBuffer(rig.action().layout());
        nextWanted = new FrameBuffer(rig.action().layout());
        sent = new FrameBuffer(rig.action().layout());
        nextSent = new FrameBuffer(rig.action().layout());
        thread = Threads.unstarted("tendon-control-" + session, this::live);
    }

    /** Starts the thread, which waits for {@link #go} and carries out exchanges meanwhile. */
    void start() {
        thread.start();
    }

    /** Begins to tick. Thread: any. */
    void go() {
        going = true;
        LockSupport.unpark(thread);
    }

    /** Ends before the next tick. Thread: any. */
    void stop(Ending ending) {
        stop(new Outcome(ending, null));
    }

    private void stop(Outcome how) {
        outcome.compareAndSet(null, how);
        rig.stopping().set(true);
        LockSupport.unpark(thread);
    }

    private boolean stopping() {
        return rig.stopping().get();
    }

    /** The watchdog gave the control thread up: what waits for the loop must not wait any more. Thread: the watchdog. */
    void abandon(Outcome how) {
        outcome.compareAndSet(null, how);
        rig.stopping().set(true);
        finish();
        thread.interrupt();
    }

    /** Waits until no further tick begins. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Whether the control thread has really gone, waiting for it that long. */
    boolean awaitThread(long ms) throws InterruptedException {
        thread.join(Math.max(1, ms));
        return !thread.isAlive();
    }

    boolean over() {
        return over;
    }

    /** How it ended; null before. */
    @Nullable
    Outcome outcome() {
        return outcome.get();
    }

    /** The present tick, from 0; -1 before the first. Thread: any, roughly. */
    long tick() {
        return board.snapshot().tick();
    }

    /** To be done between two ticks; those that come first are done first. Thread: any. */
    void post(PendingExchange exchange) {
        exchanges.post(exchange);
        LockSupport.unpark(thread);
    }

    private void finish() {
        over = true;
        exchanges.end();
        ended.countDown();
    }

    private void live() {
        try {
            idle();
            if (going && !stopping()) {
                loop();
            }
            outcome.compareAndSet(null, new Outcome(Ending.STOPPED, null));
        } catch (Abandoned e) {
            return; // others have ended the session
        } catch (InterruptedException e) {
            outcome.compareAndSet(null, new Outcome(Ending.STOPPED, null));
        } catch (DeviceException e) {
            outcome.compareAndSet(null, new Outcome(Ending.DEVICE_FAILED, e));
        } catch (RuntimeException | Error e) {
            outcome.compareAndSet(null, new Outcome(Ending.PLUGIN_FAILED, e));
        }
        try {
            watch.rest();
        } catch (Abandoned e) {
            return;
        }
        observation.clear();
        nextObservation.clear();
        finish();
    }

    private void idle() throws DeviceException {
        while (!going && !stopping()) {
            if (exchanges.isEmpty()) {
                LockSupport.park(this);
            } else {
                watch.begin();
                exchanges.attemptFirst(watch, false, tick);
                watch.rest();
            }
        }
    }

    private void loop() throws DeviceException, InterruptedException {
        schedule.start(clock.nanoTime());
        clean = false;
        while (!stopping()) {
            if (!waitForTick()) {
                return;
            }
            long now = clock.nanoTime();
            if (rig.settings().limit().isPresent()
                    && schedule.elapsedNs(now) >= rig.settings().limit().get().toNanos()) {
                stop(Ending.LIMIT);
                return;
            }
            tick++;
            allocation.begin(tick, clean);
            clean = true;
            watch.begin();
            schedule.began(now);
            if (!tickOnce(now)) {
                stop(Ending.FINISHED);
                return;
            }
            publish();
            boolean exchanged = exchanges.attemptFirst(watch, true, tick);
            if (faults.happened() || exchanged) {
                clean = false;
            }
            watch.rest();
        }
    }

    /** Waits for the clock; false where the loop is to end instead. */
    private boolean waitForTick() throws InterruptedException {
        long due = schedule.dueNs();
        long now;
        while ((now = clock.nanoTime()) - due < 0) {
            clock.sleepUntil(Math.min(due, now + LONGEST_NAP_NS));
            if (stopping()) {
                return false;
            }
        }
        return !stopping();
    }

    /** Observes, decides, sends; false where the drive has come to its end. */
    private boolean tickOnce(long now) throws DeviceException {
        if (!observe(now)) {
            // What the drive would say belongs to a state that nobody knows; the goal stays, and the drive loses
            // nothing.
            held();
            return true;
        }
        nextWanted.clear();
        nextWanted.timestampNs(now);
        Input input = ask(now);
        noteLateness();
        switch (input) {
            case ACTION -> act(now);
            case NONE -> hold(now);
            case END -> {
                return false;
            }
        }
        return true;
    }

    private boolean observe(long now) throws DeviceException {
        Robot robot = robot().device();
        nextObservation.clear();
        watch.enter(Watch.ROBOT);
        try {
            robot.observe(nextObservation);
        } catch (DeviceException e) {
            watch.enter(Watch.HOST);
            faults.failed(faults.observing, e, rig.robot().label(), tick, now);
            return false;
        }
        watch.enter(Watch.HOST);
        faults.succeeded(faults.observing, rig.robot().label(), tick);
        if (nextObservation.timestampNs() == 0) {
            nextObservation.timestampNs(now);
        }
        for (int i = 0; i < rig.cameras().size(); i++) {
            look(i);
        }
        FrameBuffer old = observation;
        observation = nextObservation;
        nextObservation = old;
        old.clear();
        return true;
    }

    private void look(int camera) {
        Mount<Camera> mount = rig.cameras().get(camera).mount();
        if (mount == null) {
            return;
        }
        watch.enter(Watch.CAMERA + camera);
        Image image = mount.device().newest();
        watch.enter(Watch.HOST);
        if (image != null) {
            nextObservation.image(rig.firstCameraSlot() + camera, image);
            image.release();
        }
    }

    private Input ask(long now) throws DeviceException {
        try {
            Input input = rig.source().next(observation, sent, nextWanted);
            faults.succeeded(faults.reading, rig.source().label(), tick);
            return input;
        } catch (DeviceException e) {
            watch.enter(Watch.HOST);
            faults.failed(faults.reading, e, rig.source().label(), tick, now);
            return Input.NONE;
        }
    }

    private void act(long now) throws DeviceException {
        for (int slot = 0; slot < actionValues; slot++) {
            if (!Double.isFinite(nextWanted.value(slot))) {
                throw new IllegalStateException(rig.source().label() + " wanted " + nextWanted.value(slot) + " of "
                        + rig.action().layout().valueNames().get(slot) + " in tick " + tick
                        + "; nothing of that was sent");
            }
        }
        FrameBuffer old = wanted;
        wanted = nextWanted;
        nextWanted = old;
        acted = true;
        if (rig.source().counts()) {
            tracking.add(wanted, observation);
        }
        send(wanted, now);
    }

    /** Sends the last goal sent again, for devices that stop when they hear nothing. */
    private void hold(long now) throws DeviceException {
        held();
        if (goalSent) {
            send(sent, now);
        }
    }

    private void held() {
        if (acted) {
            heldTicks++;
        }
    }

    private void send(FrameBuffer goal, long now) throws DeviceException {
        Robot robot = robot().device();
        nextSent.clear();
        watch.enter(Watch.ROBOT);
        try {
            robot.send(goal, nextSent);
        } catch (DeviceException e) {
            watch.enter(Watch.HOST);
            faults.failed(faults.sending, e, rig.robot().label(), tick, now);
            return;
        }
        watch.enter(Watch.HOST);
        faults.succeeded(faults.sending, rig.robot().label(), tick);
        nextSent.timestampNs(now);
        for (int slot = 0; slot < actionValues; slot++) {
            if (Double.isNaN(nextSent.value(slot))) {
                nextSent.value(slot, goal.value(slot));
            }
        }
        FrameBuffer old = sent;
        sent = nextSent;
        nextSent = old;
        goalSent = true;
    }

    private Mount<Robot> robot() {
        Mount<Robot> mount = rig.robot().mount();
        if (mount == null) {
            throw new IllegalStateException("The loop runs without its robot");
        }
        return mount;
    }

    private void noteLateness() {
        boolean now = rig.source().late();
        if (now != late) {
            late = now;
            clean = false;
            rig.events()
                    .post(
                            now ? SessionEvent.Kind.LATE : SessionEvent.Kind.IN_TIME,
                            tick,
                            now
                                    ? rig.source().label() + " is late; the last goal is held"
                                    : rig.source().label() + " is in time again");
        }
    }

    private void publish() {
        Board.Sheet sheet = board.sheet();
        sheet.tick = tick;
        sheet.values(observation, wanted, sent);
        sheet.fps = schedule.recentFps();
        sheet.latenessUs = schedule.lastLatenessUs();
        sheet.worstLatenessUs = schedule.worstLatenessUs();
        sheet.missedTicks = schedule.missed();
        sheet.observeErrors = faults.observing.total();
        sheet.sendErrors = faults.sending.total();
        sheet.readErrors = faults.reading.total();
        sheet.heldTicks = heldTicks;
        sheet.lateChunks = rig.source().lateChunks();
        sheet.skippedActions = rig.source().skippedActions();
        board.publish();
    }

    SessionSnapshot snapshot() {
        return board.snapshot();
    }

    /** What it was like. Thread: any, once it has ended. */
    SessionReport report(Outcome how, SessionReport.SwapStatistics swaps) {
        return new SessionReport(
                how.ending(),
                schedule.ticks(),
                schedule.missed(),
                schedule.achievedFps(),
                schedule.lateness(),
                tracking.report(),
                new LoopCounters(
                        faults.observing.total(),
                        faults.sending.total(),
                        faults.reading.total(),
                        heldTicks,
                        rig.source().lateChunks(),
                        rig.source().skippedActions()),
                swaps,
                allocation.report(),
                Optional.ofNullable(how.failure()));
    }
}
