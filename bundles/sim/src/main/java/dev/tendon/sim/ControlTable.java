/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.Sts3215;
import java.util.Arrays;

/**
 * The memory of one servo, byte by byte: what is in force now, and what its EEPROM keeps. Thread: its bus's.
 *
 * <p>A write to the EEPROM area is in force at once and is kept only while Lock is 0 (Feetech, STS memory table, address
 * 55). Read-only addresses ignore writes.
 */
final class ControlTable {
    /** Bytes in the table of an STS3215: addresses 0 to 86. */
    static final int SIZE = 87;

    /** Addresses below are EEPROM. */
    static final int EEPROM_SIZE = 40;

    private static final boolean[] WRITABLE = writable();

    private final byte[] live = new byte[SIZE];
    private final byte[] kept = new byte[EEPROM_SIZE];
    private boolean keptChanged;

    private static boolean[] writable() {
        boolean[] writable = new boolean[SIZE];
        for (Register register : Sts3215.all()) {
            Arrays.fill(writable, register.address(), register.address() + register.size(), register.writable());
        }
        return writable;
    }

    /** Reads a register as its servo means it: with its sign. */
    int get(Register register) {
        return register.decode(Packets.getRaw(live, register.address(), register.size()));
    }

    /** The servo's own doing: in force now, whatever the access and the lock. */
    void set(Register register, int value) {
        put(live, register, value);
    }

    /** Sets a register for good: before power-up, or where the servo itself writes its EEPROM. */
    void keep(Register register, int value) {
        put(live, register, value);
        put(kept, register, value);
        keptChanged = true;
    }

    private static void put(byte[] bytes, Register register, int value) {
        Packets.putRaw(bytes, register.address(), register.size(), register.encode(value));
    }

    /** Whether all of {@code length} bytes from {@code address} exist. */
    static boolean exists(int address, int length) {
        return length > 0 && address >= 0 && address + length <= SIZE;
    }

    void read(int address, int length, byte[] into, int offset) {
        System.arraycopy(live, address, into, offset, length);
    }

    /** What came over the bus. */
    void write(int address, int length, byte[] from, int offset) {
        boolean unlocked = get(Sts3215.LOCK) == 0;
        for (int i = 0; i < length; i++) {
            int at = address + i;
            if (!WRITABLE[at]) {
                continue;
            }
            live[at] = from[offset + i];
            if (unlocked && at < EEPROM_SIZE && kept[at] != from[offset + i]) {
                kept[at] = from[offset + i];
                keptChanged = true;
            }
        }
    }

    /** Whether the EEPROM changed since the last call. */
    boolean takeChange() {
        boolean changed = keptChanged;
        keptChanged = false;
        return changed;
    }

    /** The value that the EEPROM keeps, which a locked write does not change. */
    int kept(Register register) {
        return register.decode(Packets.getRaw(kept, register.address(), register.size()));
    }

    /** Power-up: what the EEPROM keeps comes into force, the rest starts anew. */
    void powerUp() {
        Arrays.fill(live, (byte) 0);
        System.arraycopy(kept, 0, live, 0, EEPROM_SIZE);
    }
}
