/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Layout;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.HasTrainedRange;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.JointRanges;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A policy at work: its worker plans the next chunk of actions while the control thread carries out the present one.
 *
 * <p>The two hand one request and one chunk to and fro by {@link #phase}; who may touch them follows from it, so that neither
 * waits for the other and nothing is copied twice. The control thread asks for a plan so early that, going by how long the
 * last ones took and a quarter of that, the chunk does not run dry. The first action of a new chunk belongs to the tick that it was
 * asked in: as many of its actions are skipped as were carried out since then, measured, not estimated. So the first plan of a session,
 * during which nothing is carried out, skips nothing however long it takes. A chunk that was overtaken wholly still gives
 * its last action, the newest decision that there is. Where nothing is left, nothing is made up: the loop holds what it sent last.
 *
 * <p>Threads: as each method says.
 */
final class Planner implements AutoCloseable {
    private enum Phase {
        /** The control thread's turn to ask. */
        IDLE,
        /** The worker's turn to plan. */
        ASKED,
        /** The control thread's turn to take the chunk. */
        READY,
        /** The policy threw; for good. */
        FAILED
    }

    /** What is added to the time that plans took, for the next may take longer. */
    private static final double MARGIN = 1.25;

    private final Policy policy;
    private final boolean lockstep;
    private final Clock clock;
    private final PlanFigures figures;
    private final History history;
    private final History request;
    private final Thread worker;
    private final CountDownLatch warm = new CountDownLatch(1);
    private final int chunkSize;
    private final int actionSteps;

    private volatile Phase phase = Phase.IDLE;
    private volatile boolean closed;
    private volatile boolean episodeBegins;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Thread waiter;

    // With the control thread:
    private Chunk present;
    private Chunk next;
    private int index;
    private int carriedOutSinceAsked;
    private int ticksSinceAsked;
    private double leadTicks;
    private boolean planned;
    private boolean fresh;
    private boolean outdated;
    private long skipped;

    /**
     * Starts the worker, which warms the policy up.
     *
     * @param lockstep whether the loop waits for a plan in the tick that asks for it: on simulated time, where planning takes none
     * @param clock tells how long plans take, and nothing else: what is skipped is counted
     */
    Planner(
            String name,
            Policy policy,
            Features observation,
            Features action,
            boolean lockstep,
            Clock clock,
            PlanFigures figures) {
        this.policy = policy;
        this.lockstep = lockstep;
        this.clock = clock;
        this.figures = figures;
        chunkSize = Math.max(1, policy.chunkSize());
        actionSteps = Math.min(chunkSize, Math.max(1, policy.actionSteps()));
        int steps = Math.max(1, policy.observationSteps());
        history = new History(observation.layout(), action.layout(), steps);
        request = new History(observation.layout(), action.layout(), steps);
        present = new Chunk(action.layout(), chunkSize);
        next = new Chunk(action.layout(), chunkSize);
        leadTicks = lockstep ? 0 : 1;
        worker = Threads.unstarted("tendon-policy-" + name, this::work);
    }

    void start() {
        worker.start();
    }

    /** Waits until the policy is warm. Thread: not the control thread. What the policy threw is thrown again. */
    void awaitWarm() throws InterruptedException {
        warm.await();
        rethrow();
    }

    /** Waits until the policy is warm; false where that takes longer. Thread: not the control thread. What the policy threw is thrown again. */
    boolean awaitWarm(Duration limit) throws InterruptedException {
        boolean done = warm.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        rethrow();
        return done;
    }

    private void work() {
        try {
            policy.warmUp();
            policy.reset();
            warm.countDown();
            while (!closed) {
                if (phase == Phase.ASKED) {
                    if (episodeBegins) {
                        episodeBegins = false;
                        policy.reset();
                    }
                    next.clear();
                    long begun = clock.nanoTime();
                    policy.plan(request, next);
                    figures.planned(clock.nanoTime() - begun);
                    phase = Phase.READY;
                    Thread waiting = waiter;
                    if (waiting != null) {
                        LockSupport.unpark(waiting);
                    }
                } else {
                    LockSupport.park(this);
                    if (Thread.interrupted()) {
                        closed = true;
                    }
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            phase = Phase.FAILED;
            Thread waiting = waiter;
            if (waiting != null) {
                LockSupport.unpark(waiting);
            }
        } finally {
            warm.countDown();
            policy.close();
        }
    }

    /** Takes note of this tick's observation; takes a chunk that is ready; asks for another in time. Thread: the control thread. */
    void observed(Frame observation, Frame lastSent) {
        remember(observation);
        takeReady();
        if (phase == Phase.IDLE && wantsPlan()) {
            request.copyFrom(history, lastSent);
            carriedOutSinceAsked = 0;
            ticksSinceAsked = 0;
            if (planned) {
                figures.asked(left());
            }
            phase = Phase.ASKED;
            LockSupport.unpark(worker);
        }
    }

    /** Takes note of this tick's observation only. Thread: the control thread. */
    void remember(Frame observation) {
        history.add(observation);
        ticksSinceAsked++;
    }

    private boolean wantsPlan() {
        return index >= Math.min(actionSteps, present.length() - (int) Math.ceil(MARGIN * leadTicks));
    }

    private int left() {
        return Math.max(0, present.length() - index);
    }

    private void takeReady() {
        if (phase != Phase.READY) {
            return;
        }
        if (outdated) {
            outdated = false;
            request.clear();
            phase = Phase.IDLE;
            return;
        }
        if (planned) {
            figures.came(left());
        }
        Chunk old = present;
        present = next;
        next = old;
        request.clear();
        index = Math.max(0, Math.min(carriedOutSinceAsked, present.length() - 1));
        skipped += index;
        if (!lockstep) {
            // A longer wait counts at once, a shorter one little by little.
            double took = Math.min(ticksSinceAsked, chunkSize);
            leadTicks = took >= leadTicks ? took : leadTicks + (took - leadTicks) / 8;
        }
        planned = true;
        fresh = true;
        phase = Phase.IDLE;
    }

    /** What the policy was trained on, where it knows. Thread: any but the control thread. */
    Optional<JointRanges> trainedRange(Layout action) {
        if (!(policy instanceof HasTrainedRange has)) {
            return Optional.empty();
        }
        FrameBuffer low = new FrameBuffer(action);
        FrameBuffer high = new FrameBuffer(action);
        has.trainedRange(low, high);
        double[] lows = new double[action.values()];
        double[] highs = new double[action.values()];
        low.copyValues(lows);
        high.copyValues(highs);
        return Optional.of(JointRanges.of(lows, highs));
    }

    /** Whether a plan is asked for and not there yet. Thread: the control thread. */
    boolean planning() {
        return phase == Phase.ASKED;
    }

    /** Whether a plan waits to be taken. Thread: the control thread. */
    boolean ready() {
        return phase == Phase.READY;
    }

    /** On simulated time: waits for the plan that was just asked for, and takes it. Thread: the control thread. */
    void awaitPlan(BooleanSupplier stopped) {
        waiter = Thread.currentThread();
        while (phase == Phase.ASKED && !stopped.getAsBoolean()) {
            LockSupport.park(this); // whoever stops the loop unparks its thread
        }
        waiter = null;
        takeReady();
    }

    boolean lockstep() {
        return lockstep;
    }

    /**
     * Writes the action that is due; false where there is none. Throws what the policy threw. Thread: the control thread.
     */
    boolean take(FrameWriter wanted, int values) {
        rethrow();
        if (index >= present.length()) {
            return false;
        }
        FrameBuffer action = present.action(index++);
        for (int slot = 0; slot < values; slot++) {
            wanted.value(slot, action.value(slot));
        }
        figures.act(action, fresh);
        fresh = false;
        return true;
    }

    /** Forgets its plan and its history, because it was not fed lately. Thread: the control thread. */
    void restart() {
        history.clear();
        index = present.length();
        outdated = phase != Phase.IDLE; // what is being planned is of then
    }

    /** As {@link #restart}; and the policy, too, forgets what was before. Thread: the control thread. */
    void newEpisode() {
        restart();
        episodeBegins = true;
    }

    /** An action was carried out, this planner's or its predecessor's. Thread: the control thread. */
    void carriedOut() {
        carriedOutSinceAsked++;
    }

    /** Actions that were overtaken. Thread: the control thread. */
    long skipped() {
        return skipped;
    }

    /** Throws what the policy threw, if it did. Thread: any. */
    void rethrow() {
        Throwable e = failure;
        if (e instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (e instanceof Error error) {
            throw error;
        }
    }

    /**
     * Ends the worker, which closes the policy, and waits for it. Thread: not the control thread, and only when the control thread does
     * not use this any more.
     *
     * @throws DeviceException where the policy does not return
     */
    @Override
    public void close() throws DeviceException {
        closed = true;
        LockSupport.unpark(worker);
        try {
            if (worker.getState() != Thread.State.NEW) {
                worker.join();
            } else {
                policy.close();
            }
        } catch (InterruptedException e) {
            // The guard's patience is over: the policy gets the same sign.
            worker.interrupt();
            throw new DeviceException("The policy did not return", e);
        } finally {
            if (!worker.isAlive()) {
                history.clear();
                request.clear();
            }
        }
    }
}
