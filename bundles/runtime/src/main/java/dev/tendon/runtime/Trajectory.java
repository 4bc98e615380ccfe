/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import java.time.Duration;
import java.util.List;

/**
 * Actions known beforehand, one a tick, and the way to the first of them. Immutable. Thread: any.
 *
 * <p>Values are in the robot's units. Names are matched with the robot's, so that their order is free.
 */
public final class Trajectory {
    private final List<String> names;
    private final double[][] actions;
    private final Duration ramp;

    private Trajectory(List<String> names, double[][] actions, Duration ramp) {
        this.names = List.copyOf(names);
        this.actions = actions;
        this.ramp = ramp;
    }

    /**
     * A trajectory.
     *
     * @param names a name for each value of an action: {@code shoulder_pan.pos}
     * @param actions by frame, then by name; copied
     * @param ramp how long to take in a straight line from the pose observed first to the first action; zero: at once
     * @throws IllegalArgumentException where there is no action, a frame has another number of values than there are
     *     names, a value is not finite, or the ramp is negative
     */
    public static Trajectory of(List<String> names, double[][] actions, Duration ramp) {
        if (actions.length == 0) {
            throw new IllegalArgumentException("A trajectory needs at least one action");
        }
        if (ramp.isNegative()) {
            throw new IllegalArgumentException("A ramp cannot take " + ramp);
        }
        double[][] copy = new double[actions.length][];
        for (int frame = 0; frame < actions.length; frame++) {
            copy[frame] = actions[frame].clone();
            if (copy[frame].length != names.size()) {
                throw new IllegalArgumentException("Frame " + frame + " has " + copy[frame].length + " values for "
                        + names.size() + " names: " + String.join(", ", names));
            }
            for (int i = 0; i < copy[frame].length; i++) {
                if (!Double.isFinite(copy[frame][i])) {
                    throw new IllegalArgumentException(
                            "Frame " + frame + ": " + names.get(i) + " is " + copy[frame][i]);
                }
            }
        }
        return new Trajectory(names, copy, ramp);
    }

    /** A name for each value. */
    public List<String> names() {
        return names;
    }

    /** Number of actions, the ramp not counted. */
    public int frames() {
        return actions.length;
    }

    /** Value {@code index}, in the order of {@link #names}, of action {@code frame}. */
    public double value(int frame, int index) {
        return actions[frame][index];
    }

    /** How long the way to the first action takes. */
    public Duration ramp() {
        return ramp;
    }
}
