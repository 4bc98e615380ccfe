/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import java.util.Arrays;
import java.util.Optional;

/** One joint of an episode, for judging its unit. Arrays are the holder's own and not changed. */
final class RecordedJoint {
    private final String name;
    private final double[] actions;
    private final Optional<double[]> states;

    /**
     * A joint.
     *
     * @param states what was measured, empty where the recording has no state of that name
     */
    RecordedJoint(String name, double[] actions, Optional<double[]> states) {
        this.name = name;
        this.actions = actions;
        this.states = states;
    }

    String name() {
        return name;
    }

    int frames() {
        return actions.length;
    }

    /** Measured values come from the servo itself; actions may be anybody's. */
    EncoderGrid.Verdict grid() {
        EncoderGrid.Verdict measured = states.map(EncoderGrid::of).orElse(EncoderGrid.Verdict.UNDECIDED);
        return measured == EncoderGrid.Verdict.UNDECIDED ? EncoderGrid.of(actions) : measured;
    }

    double min() {
        return Arrays.stream(actions).min().orElse(Double.NaN);
    }

    double max() {
        return Arrays.stream(actions).max().orElse(Double.NaN);
    }

    /** How many actions are below {@code low} or above {@code high}. */
    int outside(double low, double high) {
        return (int) Arrays.stream(actions).filter(v -> v < low || v > high).count();
    }

    /** How many actions and states are {@code value} but for rounding. */
    int at(double value) {
        return count(actions, value) + states.map(s -> count(s, value)).orElse(0);
    }

    private static int count(double[] values, double value) {
        return (int)
                Arrays.stream(values).filter(v -> Math.abs(v - value) < 1e-4).count();
    }
}
