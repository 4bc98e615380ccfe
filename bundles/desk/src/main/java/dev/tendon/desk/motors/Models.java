/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import java.util.Map;

/**
 * Feetech's servos by model number: LeRobot 0.6, motors/feetech/tables.py ({@code MODEL_NUMBER_TABLE}, {@code MODEL_CONTROL_TABLE}).
 * Thread: any.
 */
final class Models {
    private static final int SCS0009 = 1284;

    private static final Map<Integer, String> NAMES =
            Map.of(777, "sts3215", 2825, "sts3250", 11272, "sm8512bl", SCS0009, "scs0009");

    private Models() {}

    /** {@code sts3215 (777)}; the number alone where nobody knows it. */
    static String text(int model) {
        String name = NAMES.get(model);
        return name == null ? "unknown (" + model + ")" : name + " (" + model + ")";
    }

    /** LeRobot's name; empty where nobody knows the number. */
    static String name(int model) {
        return NAMES.getOrDefault(model, "");
    }

    /** Whether its registers are where an STS3215 has them. */
    static boolean likeSts3215(int model) {
        return NAMES.containsKey(model) && model != SCS0009;
    }
}
