/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

/**
 * How one joint was calibrated, as LeRobot keeps it (lerobot 0.6, motors/motors_bus.py, {@code MotorCalibration}). Thread: any.
 *
 * @param id the motor's id
 * @param driveMode 1 where the joint counts the other way round; affects the units -100..100 and 0..100 only, as in LeRobot
 * @param homingOffset the motor's Homing_Offset: a Feetech motor reports encoder less offset; -2047 to 2047
 * @param rangeMin lowest position, in steps as reported
 * @param rangeMax highest position
 */
public record JointCalibration(int id, int driveMode, int homingOffset, int rangeMin, int rangeMax) {
    /** Whether the motor's own registers say the same; they know no drive mode. */
    boolean sameInMotor(JointCalibration motor) {
        return homingOffset == motor.homingOffset && rangeMin == motor.rangeMin && rangeMax == motor.rangeMax;
    }

    boolean inverted() {
        return driveMode != 0;
    }

    @Override
    public String toString() {
        return "offset " + homingOffset + ", range " + rangeMin + ".." + rangeMax;
    }
}
