/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.runtime.Trajectory;

/**
 * Goes in a straight line from the pose first observed to a trajectory's first action, then through it, one action a tick. A robot
 * that was away is led to the action that is due in the same way. Owner: the control thread.
 */
final class TrajectorySource implements ActionSource {
    private final Trajectory trajectory;
    private final int[] slots;
    private final int[] observedSlots;
    private final Ramp ramp;
    private int frame;
    private boolean counts;

    /**
     * @param slots as from {@link Matching#match}
     * @param observedSlots as from {@link Matching#observedSlots}
     */
    TrajectorySource(Trajectory trajectory, double fps, int[] slots, int[] observedSlots) {
        this.trajectory = trajectory;
        this.slots = slots;
        this.observedSlots = observedSlots;
        ramp = new Ramp(slots.length);
        ramp.begin((long) Math.ceil(trajectory.ramp().toNanos() * fps / 1e9));
    }

    @Override
    public Input next(Frame observation, Frame lastSent, FrameWriter wanted) {
        if (frame >= trajectory.frames()) {
            return Input.END;
        }
        if (ramp.begins()) {
            rememberStart(observation);
        }
        counts = !ramp.active();
        for (int slot = 0; slot < slots.length; slot++) {
            double goal = trajectory.value(frame, slots[slot]);
            wanted.value(slot, counts ? goal : ramp.towards(slot, goal));
        }
        if (counts) {
            frame++;
        } else {
            ramp.next();
        }
        return Input.ACTION;
    }

    /** A value that is not observed starts where it is to go. */
    private void rememberStart(Frame observation) {
        for (int slot = 0; slot < slots.length; slot++) {
            double observed = observedSlots[slot] < 0 ? Double.NaN : observation.value(observedSlots[slot]);
            ramp.start(slot, Double.isFinite(observed) ? observed : trajectory.value(frame, slots[slot]));
        }
    }

    @Override
    public boolean resumed(long ticks) {
        ramp.begin(ticks);
        return true;
    }

    @Override
    public boolean counts() {
        return counts;
    }

    @Override
    public String label() {
        return "The trajectory";
    }
}
