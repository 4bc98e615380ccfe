/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import java.util.List;

/**
 * What a bus's motors are. Thread: any.
 *
 * @param name as in messages: {@code STS3215}
 * @param model the number by which a motor says so
 * @param baudRate at which an arm runs, in bits per second
 * @param searchBaudRates at which a motor may be found, in the order of the search
 * @param firmwareAdvice where to get firmware, as a sentence
 */
public record MotorKind(String name, int model, int baudRate, List<Integer> searchBaudRates, String firmwareAdvice) {
    /** Positions are counted from 0 to this, a full turn. Feetech's STS and Dynamixel's X series alike. */
    public static final int LAST_STEP = 4095;

    /** Where a homing offset puts the pose in which an arm is calibrated (LeRobot's half turn). */
    public static final int HALF_TURN = LAST_STEP / 2;

    /** Largest homing offset that is used: a sign and eleven bits in an STS servo, and a file's limit. */
    public static final int MAX_OFFSET = 2047;

    public MotorKind {
        searchBaudRates = List.copyOf(searchBaudRates);
    }
}
