/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.api.frame.Image;
import dev.tendon.api.time.Clock;
import dev.tendon.recorder.RecordingListener;
import dev.tendon.recorder.RecordingPlan;
import dev.tendon.recorder.RecordingReport;
import dev.tendon.recorder.RecordingStatus;
import dev.tendon.recorder.internal.Phases.End;
import dev.tendon.recorder.internal.Phases.Phase;
import dev.tendon.runtime.Reconnection;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.Tick;
import dev.tendon.runtime.TickTap;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes ticks from a session's tap, on a thread of its own, and makes episodes of those that are to be recorded. Never holds a tick
 * longer than it takes to copy it. Threads: {@link #press}, {@link #lost} and {@link #status} any; {@link #start} and {@link #finish} its
 * creator's.
 */
final class Recorder implements Phases.Takes, Phases.Told {
    /** LeRobot's {@code read_latest} fails on an older picture (0.6, cameras/opencv/camera_opencv.py). */
    private static final long OLDEST_PICTURE_NS = 500_000_000;

    /** So long may the robot not be observed before the episode ends. */
    private static final long LONGEST_GAP_NS = 500_000_000;

    private static final long LONGEST_NAP_NS = 4_000_000;
    /** Where the loop waits for this thread after each tick. */
    private static final long LOCKSTEP_NAP_NS = 50_000;
    /** On simulated time: between two looks whether there is room. */
    private static final long ROOM_NAP_NS = 500_000;
    /** On simulated time: so many episodes may wait to be saved. */
    private static final int MOST_UNSAVED = 2;

    private static final long LOOK_EVERY_NS = 1_000_000_000;
    private static final double S = 1e9;

    private final Session session;
    private final TickTap tap;
    private final RecordingPlan plan;
    private final Episodes episodes;
    private final DiskWatch disk;
    private final RecordingListener listener;
    private final Clock clock;
    private final Phases phases;
    private final Saver saver;
    private final int[] pictureSlots;
    private final long napNs;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Control> controls = new ConcurrentLinkedQueue<>();
    private volatile boolean deviceLost;
    private volatile RecordingStatus status;
    private volatile @Nullable Throwable bug;

    private @Nullable Take take;
    private long lastTick = -1;
    private long gapSinceNs;
    private boolean inGap;
    private boolean approaching;
    private long backSinceNs;
    private boolean acted;
    private long actedNs;
    private boolean resting;
    private boolean stopping;
    private long dropped;
    private boolean full;
    private long lookedNs;
    private @Nullable IOException diskFull;

    /**
     * A recorder of {@code session}, which has a tap.
     *
     * @param pictureSlots where an observation has pictures that every frame needs
     */
    Recorder(
            Session session,
            RecordingPlan plan,
            Episodes episodes,
            DiskWatch disk,
            int[] pictureSlots,
            RecordingListener listener,
            Clock clock) {
        this.session = session;
        tap = session.tap().orElseThrow();
        this.plan = plan;
        this.episodes = episodes;
        this.disk = disk;
        this.pictureSlots = pictureSlots.clone();
        this.listener = listener;
        this.clock = clock;
        long periodNs = Math.round(S / plan.fps());
        napNs = session.simulatedTime() ? LOCKSTEP_NAP_NS : Math.max(500_000, Math.min(LONGEST_NAP_NS, periodNs / 8));
        phases = new Phases(
                new Phases.Plan(
                        plan.episodes(),
                        plan.episode().toNanos(),
                        plan.reset().toNanos(),
                        periodNs,
                        plan.keepPartial()),
                this,
                this);
        saver = new Saver(episodes, listener, clock, plan.fps());
        thread = Threads.unstarted("tendon-recorder", this::run);
        status = newStatus();
    }

    void start() {
        saver.start();
        if (session.simulatedTime()) {
            tap.lockstep();
        }
        thread.start();
    }

    void press(Control control) {
        controls.add(control);
    }

    /** A device of the session is lost, or back. */
    void lost(boolean gone) {
        deviceLost = gone;
    }

    RecordingStatus status() {
        return status;
    }

    /** Waits until everything is saved, after the loop is over: {@code how} says in which way. */
    RecordingReport finish(End how) throws InterruptedException {
        thread.join();
        phases.end(how);
        status = newStatus();
        saver.finish();
        Throwable crash = bug == null ? saver.bug() : bug;
        if (crash != null) {
            throw new IllegalStateException("The recorder failed; what was recorded until then is saved", crash);
        }
        IOException failure = saver.failure();
        return new RecordingReport(
                saver.saved(),
                saver.discarded(),
                dropped,
                saver.worstUnsynced() / plan.fps(),
                saver.worstBacklog(),
                saver.left(),
                Optional.ofNullable(failure == null ? diskFull : failure));
    }

    private void run() {
        try {
            while (true) {
                pressed();
                boolean ended = tap.ended();
                Tick tick = tap.next();
                if (tick != null) {
                    took(tick);
                    status = newStatus();
                } else if (ended) {
                    break;
                } else {
                    clock.sleepUntil(clock.nanoTime() + napNs);
                }
                if (phases.phase() == Phase.OVER && !stopping) {
                    stopping = true;
                    session.stop();
                }
            }
        } catch (InterruptedException e) {
            session.stop();
        } catch (RuntimeException | Error e) {
            bug = e;
            session.stop();
        }
    }

    private void pressed() {
        for (Control control = controls.poll(); control != null; control = controls.poll()) {
            phases.press(control);
            rest();
        }
    }

    private void took(Tick tick) throws InterruptedException {
        if (lastTick >= 0 && tick.number() > lastTick + 1 && take != null) {
            count(tick.number() - lastTick - 1);
        }
        lastTick = tick.number();
        if (!acted && tick.acted()) {
            acted = true;
            actedNs = tick.beganNs();
        }
        String trouble = trouble(tick);
        if (trouble != null) {
            if (take != null && !trouble.isEmpty()) {
                phases.trouble(trouble);
            }
            return;
        }
        boolean wanted = phases.tick(tick.beganNs());
        rest();
        Take running = take;
        if (wanted && running != null) {
            if (session.simulatedTime()) {
                awaitRoom(running);
            }
            int before = running.figures().dropped();
            running.add(tick);
            if (running.figures().dropped() > before) {
                dropped++;
                if (before == 0) {
                    listener.line(
                            "warning: the encoders do not keep up, and frames are left out. Take another codec or "
                                    + "preset (--dataset.rgb_encoder.vcodec, .preset), smaller pictures or fewer cameras, or let more wait "
                                    + "(--dataset.encoder_queue_maxsize)");
                }
            }
        }
    }

    /** Nobody but this waits, and time stands still meanwhile: no frame need be lost. */
    private void awaitRoom(Take running) throws InterruptedException {
        while (running.failed() == null && (!running.room() || saver.waiting() > MOST_UNSAVED)) {
            clock.sleepUntil(clock.nanoTime() + ROOM_NAP_NS);
        }
    }

    private void count(long lost) {
        Take running = take;
        if (running != null) {
            running.figures().dropped(lost);
            dropped += lost;
        }
    }

    /** Why a tick cannot be recorded: empty where that may pass by itself, null where it can. */
    private @Nullable String trouble(Tick tick) {
        if (deviceLost) {
            approaching = true;
            backSinceNs = tick.beganNs();
            return "a device is lost";
        }
        if (approaching && tick.beganNs() - backSinceNs < Reconnection.DEFAULT_APPROACH.toNanos()) {
            return ""; // the robot is led to what is wanted
        }
        approaching = false;
        Take running = take;
        if (full && !roomAgain()) {
            return "";
        }
        IOException failed = running == null ? null : running.failed();
        if (failed != null) {
            full(failed);
            return "it cannot be written: " + failed.getMessage();
        }
        if (running != null && disk.low()) {
            full(new IOException("The disk is nearly full: " + (disk.freeBytes() >> 20)
                    + " MB are free, and saving the episode takes some. Make room, then record on with --resume=true"));
            return "the disk is nearly full (" + (disk.freeBytes() >> 20) + " MB free)";
        }
        if (!tick.observed()) {
            if (running != null) {
                running.figures().gap();
            }
            if (!inGap) {
                inGap = true;
                gapSinceNs = tick.beganNs();
            }
            return tick.beganNs() - gapSinceNs > LONGEST_GAP_NS ? "the robot cannot be observed" : "";
        }
        inGap = false;
        for (int slot : pictureSlots) {
            Image picture = tick.observation().image(slot);
            if (picture == null || tick.beganNs() - picture.timestampNs() > OLDEST_PICTURE_NS) {
                return "camera "
                        + session.observationFeatures()
                                .layout()
                                .images()
                                .get(slot)
                                .name() + " has no new picture";
            }
        }
        boolean begun = acted && tick.beganNs() - actedNs >= plan.lead().toNanos();
        return begun ? null : ""; // before the first action there is nothing to learn
    }

    /** The disk takes nothing more: the recording ends here, unless somebody is there to make room. */
    private void full(IOException why) {
        full = true;
        lookedNs = clock.nanoTime();
        if (!plan.waits()) {
            diskFull = why;
            controls.add(Control.STOP);
        }
    }

    /** Looks once a second. */
    private boolean roomAgain() {
        long now = clock.nanoTime();
        if (now - lookedNs < LOOK_EVERY_NS) {
            return false;
        }
        lookedNs = now;
        if (!disk.roomAgain()) {
            return false;
        }
        full = false;
        listener.line("there is room on the disk again");
        return true;
    }

    private void rest() {
        boolean now = plan.restsBetween() && phases.phase() != Phase.RECORDING && phases.phase() != Phase.BEGINNING;
        if (now != resting) {
            resting = now;
            session.rest(now);
        }
    }

    private RecordingStatus newStatus() {
        Take running = take;
        return new RecordingStatus(
                phases.phase().word(),
                phases.recorded(),
                phases.elapsedNs() / S,
                phases.lengthNs() / S,
                running == null ? 0 : running.figures().frames(),
                dropped,
                running == null ? 0 : running.backlog(),
                saver.waiting(),
                disk.secondsLeft(plan.fps()));
    }

    // Episodes, as the phases decide

    private @Nullable Take over;

    @Override
    public void begin(int n) {
        take = episodes.begin(n);
        session.episode(true);
    }

    @Override
    public void end() {
        Take running = take;
        take = null;
        over = running;
        session.episode(false);
        if (running != null) {
            running.end(clock.nanoTime());
        }
    }

    @Override
    public boolean keep() {
        Take ended = over;
        over = null;
        if (ended == null) {
            return false;
        }
        if (ended.figures().frames() == 0) {
            saver.drop(ended);
            return false;
        }
        saver.keep(ended);
        return true;
    }

    @Override
    public void drop() {
        Take ended = over;
        over = null;
        if (ended != null) {
            saver.drop(ended);
        }
    }

    @Override
    public void leave() {
        Take ended = over;
        over = null;
        if (ended != null) {
            saver.leave(ended);
        }
    }

    @Override
    public void recording(int n) {
        listener.phase("Recording episode " + (n + 1) + " of " + plan.episodes());
    }

    @Override
    public void resetting() {
        listener.phase("Reset the environment");
    }

    @Override
    public void again() {
        listener.phase("Record the episode again");
    }

    @Override
    public void waiting(String why) {
        listener.phase("The episode was cut short");
        listener.line("the episode was cut short, and " + (plan.keepPartial() ? "kept" : "dropped") + ": " + why);
    }
}
