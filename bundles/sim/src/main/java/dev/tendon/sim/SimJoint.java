/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * One joint of a simulated arm as it was built and calibrated. Positions are in encoder steps as the calibrated servo reports
 * them: encoder less homing offset.
 *
 * @param id id of its servo
 * @param homingOffset offset that was found when the arm was calibrated
 * @param min lowest calibrated position; the mechanism stops {@link #SLACK} beyond
 * @param max highest calibrated position
 * @param rest position in which the arm lies when it has no power
 * @param loadKgm2 inertia of what it moves
 * @param handHz how fast a hand moves it
 */
record SimJoint(int id, int homingOffset, int min, int max, int rest, double loadKgm2, double handHz) {
    /** A person who calibrates does not lean on the stops. */
    private static final int SLACK = 4;

    private static final int TURN = 4096;

    /** As LeRobot names it. */
    String name() {
        return SimArm.JOINT_NAMES.get(id - 1);
    }

    /** The position of the shaft for degrees from the middle of the range; for the gripper, for 0 (closed) to 100. */
    double shaft(double value) {
        return name().equals(SimArm.GRIPPER)
                ? homingOffset + min + value / 100 * (max - min)
                : middleShaft() + value * (TURN - 1) / 360;
    }

    /** How far the shaft is turned from the middle of the range, in radians. */
    double angle(double shaft) {
        return (shaft - middleShaft()) / Motor.STEPS_PER_RADIAN;
    }

    /** The position of the shaft for an angle. */
    double shaftAt(double angle) {
        return middleShaft() + angle * Motor.STEPS_PER_RADIAN;
    }

    /** Whether it turns all the way round, as the wrist does. */
    private boolean fullTurn() {
        return max - min == TURN - 1;
    }

    double lowStop() {
        return homingOffset + (fullTurn() ? min : min - SLACK);
    }

    double highStop() {
        return homingOffset + (fullTurn() ? max : max + SLACK);
    }

    double lowEnd() {
        return homingOffset + min;
    }

    double highEnd() {
        return homingOffset + max;
    }

    /** The rest pose as a position of the shaft. */
    double restShaft() {
        return homingOffset + rest;
    }

    /** The middle of the range as a position of the shaft. */
    double middleShaft() {
        return homingOffset + (min + max) / 2.0;
    }
}
