/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import java.util.ArrayList;
import java.util.List;

/**
 * The faults of a status packet's error byte and of {@link Sts3215#STATUS} (Feetech's memory table, "servo status"; the FTServo
 * SDK's {@code ERRBIT_*}). Thread: any.
 */
public final class StatusBits {
    /** Supply outside {@code Min_Voltage_Limit} .. {@code Max_Voltage_Limit}. */
    public static final int VOLTAGE = 1;

    /** The position sensor fails. */
    public static final int SENSOR = 1 << 1;

    /** Hotter than {@code Max_Temperature_Limit}. */
    public static final int TEMPERATURE = 1 << 2;

    /** More current than {@code Protection_Current}, for too long. */
    public static final int CURRENT = 1 << 3;

    /** More load than {@code Overload_Torque}, for too long. */
    public static final int OVERLOAD = 1 << 5;

    private static final int KNOWN = VOLTAGE | SENSOR | TEMPERATURE | CURRENT | OVERLOAD;

    private StatusBits() {}

    /** The faults in words: {@code overheated, overloaded}; {@code no fault} where there is none. */
    public static String text(int bits) {
        List<String> words = new ArrayList<>();
        add(words, bits & VOLTAGE, "supply voltage out of its limits");
        add(words, bits & SENSOR, "position sensor failed");
        add(words, bits & TEMPERATURE, "overheated");
        add(words, bits & CURRENT, "too much current");
        add(words, bits & OVERLOAD, "overloaded");
        int unknown = bits & 0xFF & ~KNOWN;
        add(words, unknown, "fault bits 0x" + Integer.toHexString(unknown) + " that the manual does not name");
        return words.isEmpty() ? "no fault" : String.join(", ", words);
    }

    /** What to do about the faults, as sentences; empty where there is none. */
    public static String advice(int bits) {
        List<String> sentences = new ArrayList<>();
        add(sentences, bits & VOLTAGE, "Check the power supply and its rating.");
        add(sentences, bits & SENSOR, "Switch the power off and on; if the fault stays, the servo is broken.");
        add(sentences, bits & TEMPERATURE, "Let it cool down.");
        add(
                sentences,
                bits & (CURRENT | OVERLOAD),
                "Free the joint; the fault ends when the torque is switched off and on.");
        return String.join(" ", sentences);
    }

    private static void add(List<String> words, int bits, String word) {
        if (bits != 0) {
            words.add(word);
        }
    }
}
