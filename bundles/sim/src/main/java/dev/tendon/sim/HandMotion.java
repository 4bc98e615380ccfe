/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * A person's hand that moves a joint whose torque is off: a gentle sum of two sines about a middle. A closed function of the
 * time, so that it needs no history. When the torque goes off in another pose, the hand takes the joint over from there and
 * leads it back within some two seconds. Thread: its bus's.
 */
final class HandMotion {
    private static final double TAKE_OVER_S = 0.5;

    private final double middle;
    private final double slow;
    private final double quick;
    private final double slowHz;
    private final double quickHz;
    private double takenAtS;
    private double apart;

    /**
     * @param middle position about which it moves, in steps
     * @param reach half of the widest way, in steps
     * @param slowHz frequency of the larger part
     */
    HandMotion(double middle, double reach, double slowHz) {
        this.middle = middle;
        slow = 0.75 * reach;
        quick = 0.25 * reach;
        this.slowHz = slowHz;
        quickHz = 2.6 * slowHz;
    }

    /** Takes the joint at {@code position} from time {@code seconds} on. */
    void take(double seconds, double position) {
        takenAtS = seconds;
        apart = position - path(seconds);
    }

    /** Where the hand holds the joint, in steps. */
    double at(double seconds) {
        return path(seconds) + apart * Math.exp((takenAtS - seconds) / TAKE_OVER_S);
    }

    private double path(double seconds) {
        double turn = 2 * Math.PI * seconds;
        return middle + slow * Math.sin(slowHz * turn) + quick * Math.sin(quickHz * turn);
    }
}
