/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.Image;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.BusErrors;
import dev.tendon.runtime.CameraTicks;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionSnapshot;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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
    private final Work work = new Work();
    private final int actionValues;

    private final Faults faults;
    private final Freshness[] freshness;
    private final List<String> cameraNames;
    private final Exchanges exchanges = new Exchanges();

    private FrameBuffer observation;
    private FrameBuffer nextObservation;
    private FrameBuffer wanted;
    private FrameBuffer nextWanted;
    private FrameBuffer sent;
    private FrameBuffer nextSent;
    private FrameBuffer approached;
    private final Ramp ramp;
    private final WayBack wayBack;
    private final int[] observedSlots;
    private final long approachTicks;
    private final List<BusTally> tallies = new ArrayList<>();
    private final List<FaultWatch> faultWatches = new ArrayList<>();
    private final RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
    private @Nullable Reconnector reconnector;
    private double firstTickMs = Double.NaN;
    private long refusedActions;
    private long refusedInARow;
    private long reconnects;
    private boolean acted;
    private boolean goalSent;
    private boolean late;
    private boolean clean;
    private long heldTicks;
    private long tick = -1;

    private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final @Nullable Tap tap;
    private final Tap.Stamp stamp = new Tap.Stamp();
    private boolean resting;
    private final AtomicReference<@Nullable Ending> parting = new AtomicReference<>();
    private volatile boolean rest;
    /** Odd while an episode runs; begins and ends are counted, so that none is lost between two ticks. */
    private final AtomicInteger episodes = new AtomicInteger();

    private int toldEpisodes;
    private final BooleanSupplier stopping = this::stopping;
    private volatile boolean going;
    private volatile boolean over;

    /** @param tap where every tick is left; null: nowhere */
    ControlLoop(String session, Rig rig, @Nullable Tap tap) {
        this.rig = rig;
        this.tap = tap;
        clock = rig.clock();
        watch = rig.watch();
        actionValues = rig.action().layout().values();
        observedSlots = Matching.observedSlots(rig.action(), rig.observation());
        faults = new Faults(rig.events());
        freshness = rig.cameras().stream()
                .map(seat -> new Freshness(seat.label(), rig.events()))
                .toArray(Freshness[]::new);
        schedule = new Schedule(rig.settings().fps());
        tracking = new Tracking(rig.action().layout().valueNames(), observedSlots);
        allocation = new AllocationMeter(rig.settings().allocationWarmUpTicks().orElse(-1));
        cameraNames = rig
                .observation()
                .layout()
                .images()
                .subList(rig.firstCameraSlot(), rig.firstCameraSlot() + freshness.length)
                .stream()
                .map(Feature::name)
                .toList();
        board = new Board(rig.observation().layout().values(), actionValues, cameraNames);
        observation = new FrameBuffer(rig.observation().layout());
        nextObservation = new FrameBuffer(rig.observation().layout());
        wanted = new FrameBuffer(rig.action().layout());
        nextWanted = new FrameBuffer(rig.action().layout());
        sent = new FrameBuffer(rig.action().layout());
        nextSent = new FrameBuffer(rig.action().layout());
        approached = new FrameBuffer(rig.action().layout());
        ramp = new Ramp(actionValues);
        approachTicks = ticks(rig.settings().reconnection().approach());
        ramp.begin(ticks(rig.settings().softStart()));
        wayBack = new WayBack(ticks(rig.settings().wayBack()), observedSlots);
        for (Seat<?> seat : rig.seats()) {
            if (seat.kind() == Kind.ROBOT || seat.kind() == Kind.TELEOPERATOR) {
                tallies.add(new BusTally(seat));
                faultWatches.add(new FaultWatch(seat, rig.events()));
            }
        }
        thread = Threads.unstarted("tendon-control-" + session, this::live);
    }

    private long ticks(Duration time) {
        return (long) Math.ceil(time.toNanos() * rig.settings().fps() / 1e9);
    }

    /** Who brings lost devices back; null, the default: nobody, and a loss ends the session. Before {@link #start}. */
    void reconnector(Reconnector next) {
        reconnector = next;
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

    /** As {@link #stop}, but the robot goes back to where it was first, where it is to; a second call ends at once. Thread: any. */
    void leave(Ending ending) {
        if (!wayBack.wanted() || !going || over || !parting.compareAndSet(null, ending)) {
            stop(ending);
        }
    }

    /** Ends before the next tick. Thread: any. */
    void stop(Ending ending) {
        stop(new Outcome(ending, null));
    }

    /** Ends before the next tick. Thread: any. */
    void stop(Outcome how) {
        outcome.compareAndSet(null, how);
        rig.stopping().set(true);
        LockSupport.unpark(thread);
    }

    /** Whether the drive is to rest, from the next tick on. Thread: any. */
    void rest(boolean wanted) {
        rest = wanted;
    }

    /** An episode begins or is over, from the next tick on. Thread: any. */
    void episode(boolean running) {
        episodes.updateAndGet(n -> (n & 1) == (running ? 1 : 0) ? n : n + 1);
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
        if (tap != null) {
            tap.end();
        }
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
                    && parting.get() == null
                    && schedule.elapsedNs(now) >= rig.settings().limit().get().toNanos()) {
                leave(Ending.LIMIT);
            }
            if (parting.get() != null && !onWayBack()) {
                return;
            }
            if (stopping()) {
                return;
            }
            tick++;
            allocation.begin(tick, clean);
            clean = true;
            watch.begin();
            schedule.began(now);
            stamp.observed = false;
            stamp.acted = false;
            if (!tickOnce(now)) {
                leave(Ending.FINISHED);
                if (stopping()) {
                    return;
                }
            }
            if (tick == 0) {
                firstTickMs = jvm.getUptime();
                clean = false;
            }
            for (int i = 0; i < faultWatches.size(); i++) {
                if (faultWatches.get(i).look(tick, now)) {
                    clean = false;
                }
            }
            if (tap != null) {
                stamp.number = tick;
                stamp.beganNs = now;
                stamp.latenessNs = schedule.lastLatenessNs();
                tap.offer(stamp, observation, wanted, sent);
            }
            publish();
            boolean exchanged = exchanges.attemptFirst(watch, true, tick);
            if (faults.happened() || exchanged) {
                clean = false;
            }
            watch.rest();
            if (tap != null && rig.settings().simulatedTime()) {
                tap.awaitReader(stopping);
            }
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

    /** Begins the way back, or sees that it is over and ends the loop: then false. */
    private boolean onWayBack() {
        if (!wayBack.going() && goalSent && wayBack.begin(sent)) {
            clean = false;
            rig.events()
                    .post(
                            SessionEvent.Kind.GOING_BACK,
                            tick,
                            rig.robot().label() + " goes back to where it was at the start, in "
                                    + rig.settings().wayBack().toMillis() / 1000.0 + " s");
        }
        if (!wayBack.going()) {
            Ending ending = parting.get();
            stop(ending == null ? Ending.STOPPED : ending);
            return false;
        }
        return true;
    }

    /** Observes, decides, sends; false where the drive has come to its end. */
    private boolean tickOnce(long now) throws DeviceException {
        if (!observe(now)) {
            // What the drive would say belongs to a state that nobody knows; the goal stays, and the drive loses
            // nothing.
            held();
            return true;
        }
        stamp.observed = true;
        long observedNs = clock.nanoTime();
        nextWanted.clear();
        nextWanted.timestampNs(now);
        if (wayBack.going()) {
            wayBack.next(nextWanted, sent);
            send(nextWanted, now);
            return true;
        }
        wayBack.observed(observation);
        tellEpisodes();
        Input input = resting() ? Input.NONE : ask(now);
        long askedNs = clock.nanoTime();
        noteLateness();
        switch (input) {
            case ACTION -> {
                act(now);
                long sentNs = clock.nanoTime();
                work.done(now, observedNs, askedNs, sentNs);
                stamp.observeNs = observedNs - now;
                stamp.driveNs = askedNs - observedNs;
                stamp.sendNs = sentNs - askedNs;
            }
            case NONE -> hold(now);
            case END -> {
                return false;
            }
        }
        return true;
    }

    private void tellEpisodes() {
        int now = episodes.get();
        while (toldEpisodes != now) {
            toldEpisodes++;
            rig.source().episode((toldEpisodes & 1) == 1);
        }
    }

    /** Whether the drive rests in this tick; where it goes on, it is told. */
    private boolean resting() {
        boolean now = rest;
        if (resting && !now && rig.source().begins()) {
            ramp.begin(approachTicks);
        }
        resting = now;
        return now;
    }

    private boolean observe(long now) throws DeviceException {
        if (rig.robot().lost()) {
            return false;
        }
        Robot robot = robot().device();
        nextObservation.clear();
        watch.enter(Watch.ROBOT);
        try {
            robot.observe(nextObservation);
        } catch (DeviceException e) {
            failed(faults.observing, e, rig.robot(), now);
            return false;
        }
        watch.enter(Watch.HOST);
        faults.succeeded(faults.observing, rig.robot().label(), tick);
        if (nextObservation.timestampNs() == 0) {
            nextObservation.timestampNs(now);
        }
        for (int i = 0; i < rig.cameras().size(); i++) {
            look(i, now);
        }
        FrameBuffer old = observation;
        observation = nextObservation;
        nextObservation = old;
        old.clear();
        return true;
    }

    private void look(int camera, long now) {
        Mount<Camera> mount = rig.cameras().get(camera).mount();
        if (mount == null) {
            freshness[camera].vacant();
            return;
        }
        watch.enter(Watch.CAMERA + camera);
        Image image = mount.device().newest();
        watch.enter(Watch.HOST);
        if (freshness[camera].looked(image, tick, now)) {
            clean = false;
        }
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
            Seat<?> drive = rig.drive();
            failed(faults.reading, e, drive == null ? rig.robot() : drive, now);
            return Input.NONE;
        }
    }

    /** A call to a device failed. After too long, or where the device is lost, it is brought back or the session ends. */
    private void failed(Fault fault, DeviceException e, Seat<?> seat, long now) throws DeviceException {
        watch.enter(Watch.HOST);
        try {
            faults.failed(fault, e, seat.label(), tick, now);
        } catch (DeviceException over) {
            Reconnector mending = reconnector;
            if (mending == null) {
                throw over;
            }
            faults.forget();
            seat.lost(true);
            rig.events()
                    .post(
                            SessionEvent.Kind.LOST,
                            tick,
                            seat.label()
                                    + " is lost; the last goal is held, and it is connected again when it is back ("
                                    + rig.settings().reconnection().window().toSeconds() + " s at most): "
                                    + Texts.of(over));
            mending.lost(seat, Texts.of(over), tick);
        }
    }

    /** A lost device sits in its seat again. Thread: the control thread, between two ticks. */
    void returned(Seat<?> seat) {
        reconnects++;
        faults.forget();
        if (seat == rig.robot()) {
            goalSent = false; // it holds where it is: the old goal would be a jump
        }
        if (!rig.source().resumed(approachTicks)) {
            ramp.begin(approachTicks);
        }
    }

    private void act(long now) throws DeviceException {
        int none = firstThatIsNone();
        if (none >= 0) {
            refuse(none);
            hold(now);
            return;
        }
        accept();
        FrameBuffer old = wanted;
        wanted = nextWanted;
        nextWanted = old;
        acted = true;
        stamp.acted = true;
        if (ramp.active()) {
            approach(now);
            return;
        }
        if (rig.source().counts()) {
            tracking.add(wanted, observation);
        }
        send(wanted, now);
    }

    /** The first slot whose value is not a finite number; -1 where all are. */
    private int firstThatIsNone() {
        for (int slot = 0; slot < actionValues; slot++) {
            if (!Double.isFinite(nextWanted.value(slot))) {
                return slot;
            }
        }
        return -1;
    }

    private void refuse(int slot) {
        refusedActions++;
        if (refusedInARow++ == 0) {
            clean = false;
            rig.events()
                    .post(
                            SessionEvent.Kind.REFUSED,
                            tick,
                            rig.source().label() + " wants " + nextWanted.value(slot) + " of "
                                    + rig.action().layout().valueNames().get(slot)
                                    + "; nothing of that is sent, the last goal is held");
        }
    }

    private void accept() {
        if (refusedInARow > 0) {
            clean = false;
            rig.events()
                    .post(
                            SessionEvent.Kind.ACCEPTED,
                            tick,
                            rig.source().label() + " wants numbers again; " + refusedInARow
                                    + (refusedInARow == 1 ? " action was" : " actions were") + " refused");
            refusedInARow = 0;
        }
    }

    /** On the way to what is wanted, at a soft start and after a device was away: from the goal sent last, or where the robot is. */
    private void approach(long now) throws DeviceException {
        if (ramp.begins()) {
            for (int slot = 0; slot < actionValues; slot++) {
                int seen = observedSlots[slot];
                double start = goalSent ? sent.value(slot) : seen < 0 ? Double.NaN : observation.value(seen);
                ramp.start(slot, Double.isFinite(start) ? start : wanted.value(slot));
            }
        }
        for (int slot = 0; slot < actionValues; slot++) {
            approached.value(slot, ramp.towards(slot, wanted.value(slot)));
        }
        ramp.next();
        send(approached, now);
    }

    /** Sends the last goal sent again, for devices that stop when they hear nothing. */
    private void hold(long now) throws DeviceException {
        held();
        if (goalSent) {
            send(sent, now);
        }
    }

    private void held() {
        if (acted && !resting) {
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
            failed(faults.sending, e, rig.robot(), now);
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
        sheet.refusedActions = refusedActions;
        sheet.reconnects = reconnects;
        sheet.busRetries = 0;
        sheet.busTimeouts = 0;
        sheet.busChecksumErrors = 0;
        for (int i = 0; i < tallies.size(); i++) {
            BusTally tally = tallies.get(i);
            tally.read();
            sheet.busRetries += tally.retries();
            sheet.busTimeouts += tally.timeouts();
            sheet.busChecksumErrors += tally.checksumErrors();
        }
        for (int i = 0; i < freshness.length; i++) {
            sheet.staleTicks[i] = freshness[i].staleTicks();
            sheet.lostTicks[i] = freshness[i].lostTicks();
        }
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
                work.report(),
                tracking.report(),
                new LoopCounters(
                        faults.observing.total(),
                        faults.sending.total(),
                        faults.reading.total(),
                        heldTicks,
                        rig.source().lateChunks(),
                        rig.source().skippedActions(),
                        refusedActions,
                        reconnects,
                        new BusErrors(
                                tallies.stream().mapToLong(BusTally::retries).sum(),
                                tallies.stream().mapToLong(BusTally::timeouts).sum(),
                                tallies.stream()
                                        .mapToLong(BusTally::checksumErrors)
                                        .sum()),
                        cameraTicks()),
                swaps,
                firstTickMs,
                allocation.report(),
                rig.source().planning(),
                Optional.ofNullable(how.failure()));
    }

    private List<CameraTicks> cameraTicks() {
        List<CameraTicks> ticks = new ArrayList<>();
        for (int i = 0; i < freshness.length; i++) {
            ticks.add(new CameraTicks(cameraNames.get(i), freshness[i].staleTicks(), freshness[i].lostTicks()));
        }
        return ticks;
    }
}
