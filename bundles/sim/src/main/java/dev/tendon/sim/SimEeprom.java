/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.feetech.Register;
import dev.tendon.feetech.StatusBits;
import dev.tendon.feetech.Sts3215;

/**
 * What stands in a simulated servo's EEPROM before anybody writes to it. Factory values are those of {@link Sts3215}; where no
 * source gives one, the values below are what a servo of a 7.4 V arm plausibly holds.
 */
final class SimEeprom {
    private static final int FIRMWARE_MAJOR = 3;
    private static final int FIRMWARE_MINOR = 10;
    /** Speeds in steps/s, speed 0 meaning the highest, one turn of feedback (Feetech, STS memory table, address 18). */
    private static final int PHASE = 12;

    private static final int MAX_VOLTAGE = 80;
    private static final int STARTUP_FORCE = 16;
    private static final int PROTECTIONS =
            StatusBits.VOLTAGE | StatusBits.TEMPERATURE | StatusBits.CURRENT | StatusBits.OVERLOAD;

    private SimEeprom() {}

    /** As it leaves the factory, but with the id that it has on this arm. */
    static void factory(ControlTable table, int id, int model) {
        table.keep(Sts3215.ID, id);
        reset(table);
        table.keep(Sts3215.FIRMWARE_MAJOR_VERSION, FIRMWARE_MAJOR);
        table.keep(Sts3215.FIRMWARE_MINOR_VERSION, FIRMWARE_MINOR);
        table.keep(Sts3215.MODEL_NUMBER, model);
    }

    /** Factory settings; id, model and firmware stay. */
    static void reset(ControlTable table) {
        for (Register register : Sts3215.all()) {
            if (register.eeprom() && register.writable() && !register.equals(Sts3215.ID)) {
                table.keep(register, register.factory().orElse(0));
            }
        }
        table.keep(Sts3215.PHASE, PHASE);
        table.keep(Sts3215.MAX_VOLTAGE_LIMIT, MAX_VOLTAGE);
        table.keep(Sts3215.MINIMUM_STARTUP_FORCE, STARTUP_FORCE);
        table.keep(Sts3215.UNLOADING_CONDITION, PROTECTIONS);
        table.keep(Sts3215.LED_ALARM_CONDITION, PROTECTIONS);
    }

    /** What a calibration writes. */
    static void calibrate(ControlTable table, SimJoint joint) {
        table.keep(Sts3215.HOMING_OFFSET, joint.homingOffset());
        table.keep(Sts3215.MIN_POSITION_LIMIT, joint.min());
        table.keep(Sts3215.MAX_POSITION_LIMIT, joint.max());
    }
}
