/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.Input;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes actions from whoever sits in the policy's seat. A successor is fed beside it until it has planned; then they change
 * places between two ticks, and the successor's actions begin at their right one. Owner: the control thread.
 */
final class PolicySource implements ActionSource {
    private final Seat<Planner> seat;
    private final Watch watch;
    private final int values;
    private final BooleanSupplier stopped;
    private @Nullable Planner successor;
    private boolean dry;
    private boolean acted;
    private long lateChunks;
    private long skippedByFormer;
    private long skipped;

    PolicySource(Seat<Planner> seat, int values, Watch watch, BooleanSupplier stopped) {
        this.seat = seat;
        this.values = values;
        this.watch = watch;
        this.stopped = stopped;
    }

    @Override
    public Input next(Frame observation, Frame lastSent, FrameWriter wanted) {
        feed(successor, observation, lastSent);
        Mount<Planner> mount = seat.mount();
        if (mount == null) {
            return Input.NONE;
        }
        Planner planner = mount.device();
        feed(planner, observation, lastSent);
        skipped = skippedByFormer + planner.skipped();
        if (!planner.take(wanted, values)) {
            if (acted && !dry) {
                dry = true;
                lateChunks++;
            }
            return Input.NONE;
        }
        acted = true;
        dry = false;
        planner.carriedOut();
        if (successor != null) {
            successor.carriedOut();
        }
        return Input.ACTION;
    }

    private void feed(@Nullable Planner planner, Frame observation, Frame lastSent) {
        if (planner == null) {
            return;
        }
        if (planner == successor && planner.ready()) {
            planner.remember(observation); // it has planned, and waits for its turn
            return;
        }
        planner.observed(observation, lastSent);
        if (planner.lockstep() && planner != successor) {
            watch.rest(); // planning takes no simulated time, and as much real time as it likes
            planner.awaitPlan(stopped);
            watch.begin();
        }
    }

    /** From now on {@code planner} plans, too. */
    void announce(@Nullable Planner planner) {
        successor = planner;
    }

    /** The announced planner takes the seat now, or nobody. */
    void seat(@Nullable Mount<Planner> mount) {
        Mount<Planner> former = seat.mount();
        if (former != null) {
            skippedByFormer += former.device().skipped();
        }
        seat.mount(mount);
        successor = null;
    }

    /** What was planned for a robot that was elsewhere is forgotten. */
    @Override
    public boolean resumed(long ticks) {
        Mount<Planner> mount = seat.mount();
        if (mount != null) {
            mount.device().restart();
        }
        return false;
    }

    /** A policy plans from where the robot is. */
    @Override
    public boolean begins() {
        acted = false; // waiting for its first plan is no lateness
        dry = false;
        Mount<Planner> mount = seat.mount();
        if (mount != null) {
            mount.device().newEpisode();
        }
        return false;
    }

    @Override
    public boolean late() {
        return dry;
    }

    @Override
    public long lateChunks() {
        return lateChunks;
    }

    @Override
    public long skippedActions() {
        return skipped;
    }

    @Override
    public String label() {
        return seat.label();
    }
}
