/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.FeetechBus;
import dev.tendon.feetech.MotorFaultException;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.Sts3215;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the driver reads from and writes to the motors outside the tick: torque, calibration and settings. Registers, values
 * and their order are LeRobot's (lerobot 0.6, motors/feetech/feetech.py; robots/so_follower/so_follower.py). Thread: its
 * driver's.
 */
final class MotorRegisters {
    private static final Logger LOG = LoggerFactory.getLogger(MotorRegisters.class);

    private static final int MAX_ACCELERATION = 254;
    private static final int POSITION_MODE = 0;
    /** Phase: positions count on beyond a turn. Cleared, so that they stay within 0 to 4095. */
    private static final int MULTI_TURN = 0x10;

    private static final int GRIPPER_MAX_TORQUE = 500;
    private static final int GRIPPER_PROTECTION_CURRENT = 250;
    private static final int GRIPPER_OVERLOAD_TORQUE = 25;
    private static final int TORQUE_OFF_RETRIES = 5;

    private final FeetechBus bus;

    MotorRegisters(FeetechBus bus) {
        this.bus = bus;
    }

    /** The calibration that the motors hold; they know no drive mode. */
    Calibration calibration() throws DeviceException {
        List<JointCalibration> joints = new ArrayList<>();
        for (Joint joint : Joint.ALL) {
            int id = joint.id();
            int min = bus.read(id, Sts3215.MIN_POSITION_LIMIT);
            int max = bus.read(id, Sts3215.MAX_POSITION_LIMIT);
            joints.add(new JointCalibration(id, 0, bus.read(id, Sts3215.HOMING_OFFSET), min, max));
        }
        return new Calibration(joints);
    }

    /** Writes {@code calibration} to the motors. The torque must be off: a changed offset is a changed position. */
    void write(Calibration calibration) throws DeviceException {
        for (Joint joint : Joint.ALL) {
            JointCalibration c = calibration.of(joint);
            settle(joint, Sts3215.HOMING_OFFSET, c.homingOffset());
            settle(joint, Sts3215.MIN_POSITION_LIMIT, c.rangeMin());
            settle(joint, Sts3215.MAX_POSITION_LIMIT, c.rangeMax());
        }
    }

    /** Applies the settings of a follower. The torque must be off and the EEPROM unlocked. */
    void configure(So101FollowerConfig config) throws DeviceException {
        for (Joint joint : Joint.ALL) {
            settle(joint, Sts3215.RETURN_DELAY_TIME, 0);
            settle(joint, Sts3215.MAXIMUM_ACCELERATION, MAX_ACCELERATION);
            settle(joint, Sts3215.ACCELERATION, MAX_ACCELERATION);
            settle(joint, Sts3215.PHASE, bus.read(joint.id(), Sts3215.PHASE) & ~MULTI_TURN);
        }
        for (Joint joint : Joint.ALL) {
            settle(joint, Sts3215.OPERATING_MODE, POSITION_MODE);
            settle(joint, Sts3215.P_COEFFICIENT, config.positionPCoefficient());
            settle(joint, Sts3215.I_COEFFICIENT, config.positionICoefficient());
            settle(joint, Sts3215.D_COEFFICIENT, config.positionDCoefficient());
        }
        settle(Joint.GRIPPER, Sts3215.MAX_TORQUE_LIMIT, GRIPPER_MAX_TORQUE);
        settle(Joint.GRIPPER, Sts3215.PROTECTION_CURRENT, GRIPPER_PROTECTION_CURRENT);
        settle(Joint.GRIPPER, Sts3215.OVERLOAD_TORQUE, GRIPPER_OVERLOAD_TORQUE);
    }

    private void settle(Joint joint, Register register, int value) throws DeviceException {
        if (bus.read(joint.id(), register) != value) {
            bus.write(joint.id(), register, value);
        }
    }

    /** Which motors hold their joint, in order. */
    int[] torque() throws DeviceException {
        int[] on = new int[Joint.COUNT];
        bus.syncRead(Sts3215.TORQUE_ENABLE, Joint.ids(), on);
        return on;
    }

    /** Switches the motors off and unlocks their EEPROM. */
    void torqueOff() throws DeviceException {
        for (Joint joint : Joint.ALL) {
            writeAnyway(joint, Sts3215.TORQUE_ENABLE, 0);
            writeAnyway(joint, Sts3215.LOCK, 0);
        }
    }

    /** Locks the EEPROM and switches those motors on that {@code on} names; they hold the goal they have. */
    void torqueOn(int[] on) throws DeviceException {
        for (Joint joint : Joint.ALL) {
            if (on[joint.slot()] != 0) {
                bus.write(joint.id(), Sts3215.TORQUE_ENABLE, 1);
            }
            bus.write(joint.id(), Sts3215.LOCK, 1);
        }
    }

    /** Switches off whatever still answers, each motor with five retries; says which ones it could not reach. */
    List<String> torqueOffForGood() {
        List<String> unreached = new ArrayList<>();
        for (Joint joint : Joint.ALL) {
            if (!reachedInTime(joint)) {
                unreached.add(joint.spelling());
            }
        }
        return unreached;
    }

    /** A motor with a fault, such as an overload, has taken the value all the same. */
    private void writeAnyway(Joint joint, Register register, int value) throws DeviceException {
        try {
            bus.write(joint.id(), register, value);
        } catch (MotorFaultException e) {
            LOG.debug("{} took {}={} and reports a fault", joint.spelling(), register.name(), value, e);
        }
    }

    private boolean reachedInTime(Joint joint) {
        for (int attempt = 0; attempt <= TORQUE_OFF_RETRIES; attempt++) {
            try {
                writeAnyway(joint, Sts3215.TORQUE_ENABLE, 0);
                writeAnyway(joint, Sts3215.LOCK, 0);
                return true;
            } catch (DeviceException e) {
                LOG.debug("Torque off, {}, attempt {}", joint.spelling(), attempt + 1, e);
            }
        }
        return false;
    }
}
