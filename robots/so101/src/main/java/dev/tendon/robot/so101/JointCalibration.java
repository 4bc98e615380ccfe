/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

/**
 * How one joint was calibrated, as LeRobot keeps it (lerobot 0.6, motors/motors_bus.py, {@code MotorCalibration}).
 *
 * @param id the servo's id
 * @param driveMode 1 where the joint counts the other way round; affects the units -100..100 and 0..100 only, as in LeRobot
 * @param homingOffset the servo's Homing_Offset: it reports encoder less offset; -2047 to 2047
 * @param rangeMin lowest position, in ticks as reported
 * @param rangeMax highest position
 */
record JointCalibration(int id, int driveMode, int homingOffset, int rangeMin, int rangeMax) {
    /** Whether the servo's own registers say the same; they know no drive mode. */
    boolean sameInServo(JointCalibration servo) {
        return homingOffset == servo.homingOffset && rangeMin == servo.rangeMin && rangeMax == servo.rangeMax;
    }

    boolean inverted() {
        return driveMode != 0;
    }

    @Override
    public String toString() {
        return "offset " + homingOffset + ", range " + rangeMin + ".." + rangeMax;
    }
}
