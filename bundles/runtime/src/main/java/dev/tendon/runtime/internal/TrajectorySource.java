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
 * Goes in a straight line from the pose first observed to a trajectory's first action, then through it, one action a tick.
 * Owner: the control thread.
 */
final class TrajectorySource implements ActionSource {
    private final Trajectory trajectory;
    private final int[] slots;
    private final int[] observedSlots;
    private final double[] start;
    private final long rampTicks;
    private long tick;

    /**
     * @param slots as from {@link Matching#match}
     * @param observedSlots as from {@link Matching#observedSlots}
     */
    TrajectorySource(Trajectory trajectory, double fps, int[] slots, int[] observedSlots) {
        this.trajectory = trajectory;
        this.slots = slots;
        this.observedSlots = observedSlots;
        start = new double[slots.length];
        rampTicks = (long) Math.ceil(trajectory.ramp().toNanos() * fps / 1e9);
    }

    @Override
    public Input next(Frame observation, Frame lastSent, FrameWriter wanted) {
        if (tick == 0) {
            rememberStart(observation);
        }
        long frame = tick - rampTicks;
        if (frame >= trajectory.frames()) {
            return Input.END;
        }
        for (int slot = 0; slot < slots.length; slot++) {
            double goal = trajectory.value((int) Math.max(0, frame), slots[slot]);
            wanted.value(slot, frame >= 0 ? goal : start[slot] + (goal - start[slot]) * tick / rampTicks);
        }
        tick++;
        return Input.ACTION;
    }

    /** A value that is not observed starts where it is to go. */
    private void rememberStart(Frame observation) {
        for (int slot = 0; slot < slots.length; slot++) {
            double observed = observedSlots[slot] < 0 ? Double.NaN : observation.value(observedSlots[slot]);
            start[slot] = Double.isFinite(observed) ? observed : trajectory.value(0, slots[slot]);
        }
    }

    @Override
    public boolean counts() {
        return tick > rampTicks;
    }

    @Override
    public String label() {
        return "The trajectory";
    }
}
