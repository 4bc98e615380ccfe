/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import java.util.List;

/**
 * The codes of {@link Sts3215#BAUD_RATE}, by Feetech's memory table and SDK ({@code SMS_STS.h}). LeRobot 0.6.2-dev agrees up to code
 * 4 and has 57600, 38400 and 19200 for the codes 5 to 7 ({@code tables.py}, {@code STS_SMS_SERIES_BAUDRATE_TABLE}); the maker is
 * followed here. Thread: any.
 */
public final class BaudRates {
    /** Speed of a new servo, and of LeRobot's arms, in bits per second. */
    public static final int DEFAULT = 1_000_000;

    private static final List<Integer> BY_CODE =
            List.of(DEFAULT, 500_000, 250_000, 128_000, 115_200, 76_800, 57_600, 38_400);

    private BaudRates() {}

    /** Every speed that the servo knows, in bits per second, by code. */
    public static List<Integer> all() {
        return BY_CODE;
    }

    /**
     * The code of a speed in bits per second.
     *
     * @throws IllegalArgumentException where the servo does not know it
     */
    public static int code(int baudRate) {
        int code = BY_CODE.indexOf(baudRate);
        if (code < 0) {
            throw new IllegalArgumentException("STS servos do not know " + baudRate + " baud, but " + BY_CODE);
        }
        return code;
    }

    /**
     * The speed of a code in bits per second.
     *
     * @throws IllegalArgumentException where there is no such code
     */
    public static int ofCode(int code) {
        if (code < 0 || code >= BY_CODE.size()) {
            throw new IllegalArgumentException(
                    "STS servos have the baud rate codes 0.." + (BY_CODE.size() - 1) + ", not " + code);
        }
        return BY_CODE.get(code);
    }
}
