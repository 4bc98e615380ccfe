/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

/** What happens when the calibration file and the motors disagree: {@code on_calibration_mismatch}. */
public enum CalibrationMismatch {
    /** The person at the desk decides; an error where there is none. */
    ASK,
    /** The file is right: it is written to the motors. */
    FILE,
    /** The motors are right: the file is left alone and not used. */
    MOTORS
}
