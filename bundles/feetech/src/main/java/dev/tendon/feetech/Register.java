/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One entry of a servo's control table. Values are what a person means ({@code -1505}), raw is what stands in the servo's memory
 * ({@code 3553}); low byte first.
 *
 * @param name LeRobot's spelling: {@code Present_Position}
 * @param address of the first byte
 * @param size 1 or 2 bytes
 * @param eeprom whether it survives power-off, and may be written only while {@code Lock} is 0
 * @param writable whether a client may write it
 * @param signBit the bit that says "negative" beside a magnitude in the lower bits; -1 for an unsigned register
 * @param min smallest value that makes sense
 * @param max largest value that makes sense
 * @param unit of one step, as a person would write it; empty for codes and flags
 * @param factory value of a new servo; empty where no source gives one
 */
public record Register(
        String name,
        int address,
        int size,
        boolean eeprom,
        boolean writable,
        int signBit,
        int min,
        int max,
        String unit,
        OptionalInt factory) {
    public Register {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        if (size != 1 && size != 2) {
            throw new IllegalArgumentException(name + ": a register has 1 or 2 bytes, not " + size);
        }
        if (address < 0 || address + size > 256) {
            throw new IllegalArgumentException(name + ": no such address: " + address);
        }
        if (signBit < -1 || signBit >= 8 * size) {
            throw new IllegalArgumentException(name + ": no such bit: " + signBit);
        }
        if (min > max) {
            throw new IllegalArgumentException(name + ": smallest value " + min + " above largest " + max);
        }
    }

    /**
     * The raw form of a value. Allocates nothing.
     *
     * @throws IllegalArgumentException where the register has no room for it
     */
    public int encode(int value) {
        int magnitude = signBit < 0 ? value : Math.abs(value);
        int largest = largestMagnitude();
        if (magnitude < 0 || magnitude > largest) {
            throw new IllegalArgumentException(
                    name + " holds " + (signBit < 0 ? 0 : -largest) + ".." + largest + ", not " + value);
        }
        return value < 0 ? magnitude | 1 << signBit : magnitude;
    }

    /** The value of a raw form; bits above the register's size, or above a sign bit, do not count. Allocates nothing. */
    public int decode(int raw) {
        int magnitude = raw & largestMagnitude();
        return signBit >= 0 && (raw >> signBit & 1) != 0 ? -magnitude : magnitude;
    }

    /** Whether a value is within {@link #min} and {@link #max}. */
    public boolean allows(int value) {
        return value >= min && value <= max;
    }

    private int largestMagnitude() {
        return (1 << (signBit < 0 ? 8 * size : signBit)) - 1;
    }
}
