/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import java.util.function.DoubleUnaryOperator;

/**
 * A person's hand that moves a joint whose torque is off, along a path that is a function of the time, so that it needs no history.
 * When the torque goes off in another pose, the hand takes the joint over from there and leads it back within some two seconds.
 * Thread: its bus's.
 */
final class HandMotion {
    private static final double TAKE_OVER_S = 0.5;
    private static final double SWEEP_S = 6;

    private final DoubleUnaryOperator path;
    private final boolean waits;
    private double startS;
    private boolean started;
    private double takenAtS;
    private double apart;

    /**
     * @param path position of the shaft in steps by seconds
     * @param waits whether the hand stays at the path's beginning until {@link #homed}
     */
    HandMotion(DoubleUnaryOperator path, boolean waits) {
        this.path = path;
        this.waits = waits;
        started = !waits;
    }

    /** Three quarters of the way at {@code slowHz}, the rest quicker, about {@code middle}. */
    static DoubleUnaryOperator sines(double middle, double reach, double slowHz) {
        return seconds -> {
            double turn = 2 * Math.PI * seconds;
            return middle + 0.75 * reach * Math.sin(slowHz * turn) + 0.25 * reach * Math.sin(2.6 * slowHz * turn);
        };
    }

    /** From the middle to one end, the other, and back, in {@value #SWEEP_S} s. */
    static DoubleUnaryOperator sweep(double low, double high) {
        return seconds -> (low + high) / 2 + (high - low) / 2 * Math.sin(2 * Math.PI / SWEEP_S * seconds);
    }

    /** Somebody wrote a homing offset to the joint. */
    void homed(double seconds) {
        if (waits && !started) {
            started = true;
            startS = seconds;
        }
    }

    /** Takes the joint at {@code position} from time {@code seconds} on. */
    void take(double seconds, double position) {
        takenAtS = seconds;
        apart = position - along(seconds);
    }

    /** Where the hand holds the joint, in steps. */
    double at(double seconds) {
        return along(seconds) + apart * Math.exp((takenAtS - seconds) / TAKE_OVER_S);
    }

    private double along(double seconds) {
        return path.applyAsDouble(started ? Math.max(0, seconds - startS) : 0);
    }
}
