/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;

/**
 * Goals between two actions, for a loop that is a whole number of times quicker than its policy: each action is reached in a straight
 * line from the one before, at the last of its ticks. Rule: LeRobot 0.6, {@code utils/action_interpolator.py}; unlike there the policy's
 * ticks stay a whole period apart where an action is missing, so that what it observes does. Owner: the control thread.
 */
final class Interpolation {
    private final int multiplier;
    private final double[] from;
    private final double[] to;
    private int phase;
    private boolean known;
    private boolean given;

    /**
     * @param multiplier ticks for each action; 1: every tick is the policy's
     * @param values how many an action has
     */
    Interpolation(int multiplier, int values) {
        this.multiplier = multiplier;
        from = new double[values];
        to = new double[values];
        phase = multiplier - 1;
    }

    /** A tick begins; whether it is the policy's. */
    boolean begin() {
        phase = (phase + 1) % multiplier;
        return phase == 0;
    }

    /** The policy's action of this tick, which it was written to: the way to it begins. */
    void towards(Frame action, FrameWriter goal) {
        for (int slot = 0; slot < to.length; slot++) {
            from[slot] = known ? to[slot] : action.value(slot);
            to[slot] = action.value(slot);
        }
        known = true;
        given = true;
        write(goal);
    }

    /** The policy had no action in this tick. */
    void none() {
        given = false;
    }

    /** The goal of a tick between; false where there is none. */
    boolean between(FrameWriter goal) {
        if (given) {
            write(goal);
        }
        return given;
    }

    private void write(FrameWriter goal) {
        boolean there = phase == multiplier - 1;
        for (int slot = 0; slot < to.length; slot++) {
            goal.value(slot, there ? to[slot] : from[slot] + (to[slot] - from[slot]) * (phase + 1) / multiplier);
        }
    }

    /** The next action follows nothing. */
    void restart() {
        known = false;
        given = false;
        phase = multiplier - 1;
    }
}
