/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.BaudRates;
import dev.tendon.feetech.NoAnswerException;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.Sts3215;
import dev.tendon.motors.ShellWord;

/**
 * A value for a register, and how a motor takes it: the EEPROM is opened for it and closed again, an id or a baud rate is
 * followed, and what was written is read back. Immutable. Thread: the bus's.
 */
record RegisterWrite(Register register, int value) {
    /** Torque_Enable's value that writes a homing offset: the present position becomes the middle. */
    private static final int MAKE_MIDDLE = 128;

    RegisterWrite {
        if (!register.writable()) {
            throw new ConfigException(register.name() + " can only be read");
        }
        if (!register.allows(value)) {
            throw new ConfigException(register.name() + " takes " + register.min() + " to " + register.max()
                    + (register.unit().isEmpty() ? "" : ", in steps of " + stepText(register)) + ", not " + value);
        }
        if (register.equals(Sts3215.TORQUE_ENABLE) && value > 2 && value != MAKE_MIDDLE) {
            throw new ConfigException(register.name() + " takes 0 (off), 1 (on), 2 (damped) and 128 (the present "
                    + "position becomes the middle, 2048), not " + value);
        }
    }

    private static String stepText(Register register) {
        return Character.isDigit(register.unit().charAt(0)) ? register.unit() : "1 " + register.unit();
    }

    /** Whether it stays after power-off. */
    boolean stays() {
        return register.eeprom() || makesMiddle();
    }

    private boolean makesMiddle() {
        return register.equals(Sts3215.TORQUE_ENABLE) && value == MAKE_MIDDLE;
    }

    /** Whether it must not be the same for two motors. */
    boolean onlyOne() {
        return register.equals(Sts3215.ID);
    }

    /** Which register shows that it was done. */
    Register shownBy() {
        return makesMiddle() ? Sts3215.HOMING_OFFSET : register;
    }

    /**
     * Refuses where it would do harm now.
     *
     * @throws ConfigException with what to do before
     */
    void check(DeskBus bus, int id) throws DeviceException {
        if (stays() && bus.value(id, Sts3215.TORQUE_ENABLE) != 0) {
            throw new ConfigException("Motor " + id + " holds its position: its torque is on, and a change of "
                    + register.name() + " could make it jump. Switch it off first: tendon motors write "
                    + ShellWord.of("--port=" + bus.port()) + " --ids=" + id + " Torque_Enable 0");
        }
        if (register.equals(Sts3215.ID) && value != id && bus.answers(value)) {
            throw new ConfigException("There is a motor " + value + " on " + bus.port()
                    + " already; two motors with one id answer at once, and nobody understands either");
        }
    }

    /**
     * Does it to one motor.
     *
     * @return what is read back, of {@link #shownBy}
     * @throws DeviceException where the motor does not answer, or holds another value afterwards
     */
    int apply(DeskBus bus, int id) throws DeviceException {
        int address = id;
        if (register.eeprom()) {
            int lock = bus.value(id, Sts3215.LOCK);
            bus.write(id, Sts3215.LOCK, 0);
            address = changed(bus, id);
            bus.write(address, Sts3215.LOCK, lock);
        } else {
            bus.write(id, register, value);
        }
        int back = bus.value(address, shownBy());
        if (register.equals(Sts3215.BAUD_RATE)) {
            bus.speed(bus.baudRate());
        }
        if (!makesMiddle() && back != value) {
            throw new DeviceException("Motor " + id + " on " + bus.port() + " holds "
                    + Shown.text(register, back) + " in " + register.name() + " after " + value
                    + " was written. Read it again: tendon motors read " + ShellWord.of("--port=" + bus.port())
                    + " --ids=" + address + " "
                    + register.name());
        }
        return back;
    }

    /** Writes, and goes where the motor answers from now on; its answer may be lost on the way. */
    private int changed(DeskBus bus, int id) throws DeviceException {
        boolean moves = register.equals(Sts3215.ID) || register.equals(Sts3215.BAUD_RATE);
        try {
            bus.write(id, register, value);
        } catch (NoAnswerException e) {
            if (!moves) {
                throw e;
            }
        }
        if (register.equals(Sts3215.BAUD_RATE)) {
            bus.speed(BaudRates.ofCode(value));
        }
        return register.equals(Sts3215.ID) ? value : id;
    }
}
