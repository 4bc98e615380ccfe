/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.feature.Layout;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.runtime.JointRanges;
import dev.tendon.runtime.Planning;
import java.util.Optional;
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
    private final PlanFigures figures;
    private final Interpolation steps;
    private final FrameBuffer action;
    private @Nullable Planner successor;
    private boolean dry;
    private boolean acted;
    private long lateChunks;
    private long skippedByFormer;
    private long skipped;

    /**
     * @param action what the robot is sent
     * @param multiplier ticks of the loop for each of the policy's
     */
    PolicySource(
            Seat<Planner> seat,
            Layout action,
            int multiplier,
            Watch watch,
            BooleanSupplier stopped,
            PlanFigures figures) {
        this.seat = seat;
        values = action.values();
        this.watch = watch;
        this.stopped = stopped;
        this.figures = figures;
        steps = new Interpolation(multiplier, values);
        this.action = new FrameBuffer(action);
    }

    @Override
    public Input next(Frame observation, Frame lastSent, FrameWriter wanted) {
        if (!steps.begin()) {
            return steps.between(wanted) ? Input.ACTION : Input.NONE;
        }
        Input input = decide(observation, lastSent);
        if (input == Input.ACTION) {
            steps.towards(action, wanted);
        } else {
            steps.none();
        }
        return input;
    }

    private Input decide(Frame observation, Frame lastSent) {
        feed(successor, observation, lastSent);
        Mount<Planner> mount = seat.mount();
        if (mount == null) {
            return Input.NONE;
        }
        Planner planner = mount.device();
        feed(planner, observation, lastSent);
        skipped = skippedByFormer + planner.skipped();
        if (!planner.take(action, values)) {
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

    /** What the policy was trained on, where it knows. Thread: the session's, before the loop. */
    Optional<JointRanges> trainedRange(Layout layout) {
        Mount<Planner> mount = seat.mount();
        return mount == null ? Optional.empty() : mount.device().trainedRange(layout);
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
        steps.restart();
        figures.begin();
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
        steps.restart();
        figures.begin();
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
    public Optional<Planning> planning() {
        return Optional.of(figures.report());
    }

    @Override
    public String label() {
        return seat.label();
    }
}
