/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.feetech.BaudRates;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.StatusBits;
import dev.tendon.feetech.Sts3215;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A register's value as a person reads it: the number that is written, and what it means. Thread: any. */
final class Shown {
    /** A unit such as {@code 0.1 V}: so many of the unit in one step. */
    private static final Pattern SCALED = Pattern.compile("([0-9.]+) (.+)");

    private Shown() {}

    /** {@code 121 = 12.1 V}, {@code 2047 step}, {@code 0 = 1000000 baud}. */
    static String text(Register register, int value) {
        if (register.equals(Sts3215.BAUD_RATE)) {
            return value < BaudRates.all().size() ? value + " = " + BaudRates.ofCode(value) + " baud" : value + "";
        }
        if (register.equals(Sts3215.STATUS)) {
            return value + " = " + StatusBits.text(value);
        }
        String meaning = meaning(register, value);
        return meaning.isEmpty() ? Integer.toString(value) : value + meaning;
    }

    /** In the register's unit, without the raw number: {@code 12.1 V}. */
    static String measured(Register register, int value) {
        Matcher scaled = SCALED.matcher(register.unit());
        return scaled.matches() ? scaled(scaled, value) : (value + " " + register.unit()).strip();
    }

    private static String meaning(Register register, int value) {
        Matcher scaled = SCALED.matcher(register.unit());
        if (scaled.matches()) {
            return " = " + scaled(scaled, value);
        }
        return register.unit().isEmpty() ? "" : " " + register.unit();
    }

    private static String scaled(Matcher unit, int value) {
        BigDecimal product = new BigDecimal(unit.group(1)).multiply(BigDecimal.valueOf(value));
        return product.toPlainString() + " " + unit.group(2);
    }
}
