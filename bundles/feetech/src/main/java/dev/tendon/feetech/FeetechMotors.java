/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import dev.tendon.api.device.DeviceException;
import dev.tendon.motors.BusSurvey;
import dev.tendon.motors.FoundMotor;
import dev.tendon.motors.JointCalibration;
import dev.tendon.motors.MotorKind;
import dev.tendon.motors.MotorWiring;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * STS3215 motors as drivers of arms see them, and what all those arms want of their motors. Registers, values and their order
 * are LeRobot's (lerobot 0.6, motors/feetech/feetech.py). A setting is written only where the motor holds another value: the
 * EEPROM wears. Thread: the bus's.
 */
public final class FeetechMotors implements MotorWiring {
    private static final Logger LOG = LoggerFactory.getLogger(FeetechMotors.class);

    /** LeRobot looks at 19200 baud, too (tables.py), which its code for the speed of code 7 is. */
    private static final int LEROBOT_SLOWEST = 19_200;

    private static final MotorKind KIND = new MotorKind(
            "STS3215",
            Sts3215.MODEL,
            BaudRates.DEFAULT,
            searchBaudRates(),
            "Bring them to one version with Feetech's software (https://www.feetechrc.com/software).");

    private static final int MAX_ACCELERATION = 254;
    private static final int POSITION_MODE = 0;
    /** Phase: positions count on beyond a turn. Cleared, so that they stay within 0 to 4095. */
    private static final int MULTI_TURN = 0x10;

    private static final int TORQUE_OFF_RETRIES = 5;
    /** One stray byte is noise; strays at each of so many pings are a second motor. */
    private static final int CLASH_PINGS = 3;

    private final FeetechBus bus;
    private final int[] oneId = new int[1];
    private final int[] oneValue = new int[1];

    public FeetechMotors(FeetechBus bus) {
        this.bus = bus;
    }

    private static List<Integer> searchBaudRates() {
        List<Integer> speeds = new ArrayList<>(BaudRates.all());
        speeds.add(LEROBOT_SLOWEST);
        return speeds;
    }

    @Override
    public MotorKind kind() {
        return KIND;
    }

    @Override
    public Optional<FoundMotor> find(int id) throws DeviceException {
        long before = garbage();
        try {
            ping(id); // also drops what is left of an earlier clash
            return Optional.of(describe(id, answersTwice(id)));
        } catch (NoAnswerException e) {
            boolean garbled = garbage() > before;
            return garbled ? Optional.of(new FoundMotor(id, 0, "", "", true)) : Optional.empty();
        }
    }

    private boolean answersTwice(int id) throws DeviceException {
        for (int i = 0; i < CLASH_PINGS; i++) {
            long before = strays();
            ping(id);
            if (strays() == before) {
                return false;
            }
        }
        return true;
    }

    private void ping(int id) throws DeviceException {
        try {
            bus.ping(id);
        } catch (MotorFaultException e) {
            LOG.debug("Motor {} answers and reports a fault", id, e);
        }
    }

    /** What came that nobody waited for. */
    private long strays() {
        BusCounters c = bus.counters();
        return garbage() + c.foreign() + c.duplicates() + c.late();
    }

    /** What came that nobody could read. */
    private long garbage() {
        BusCounters c = bus.counters();
        return c.corrupt() + c.noise();
    }

    private FoundMotor describe(int id, boolean clash) throws DeviceException {
        int model = value(id, Sts3215.MODEL_NUMBER);
        String firmware = value(id, Sts3215.FIRMWARE_MAJOR_VERSION) + "." + value(id, Sts3215.FIRMWARE_MINOR_VERSION);
        int faults = bus.faults(id);
        String fault = faults == 0 ? "" : StatusBits.text(faults) + ". " + StatusBits.advice(faults);
        return new FoundMotor(id, model, firmware, fault, clash);
    }

    @Override
    public BusSurvey survey() throws DeviceException {
        long before = strays();
        Set<Integer> models = new LinkedHashSet<>();
        boolean silent = false;
        try {
            models.addAll(bus.broadcastPing().keySet());
        } catch (NoAnswerException e) {
            silent = true; // it answered the ping, and to the question for its model only garbled
        }
        List<FoundMotor> motors = new ArrayList<>();
        for (int id : models) {
            find(id).ifPresent(motors::add);
        }
        boolean clash = motors.stream().anyMatch(FoundMotor::clash);
        boolean garbled = silent || clash || (motors.isEmpty() && strays() > before);
        return new BusSurvey(motors, garbled);
    }

    @Override
    public void positions(int[] ids, int[] into) throws DeviceException {
        bus.syncRead(Sts3215.PRESENT_POSITION, ids, into);
    }

    @Override
    public void release(int[] ids) throws DeviceException {
        for (int id : ids) {
            writeAnyway(id, Sts3215.TORQUE_ENABLE, 0);
            writeAnyway(id, Sts3215.LOCK, 0);
        }
    }

    /** Closes the EEPROM of all motors and switches those on that {@code on} names; they hold the goal they have. */
    public void hold(int[] ids, int[] on) throws DeviceException {
        for (int i = 0; i < ids.length; i++) {
            if (on[i] != 0) {
                bus.write(ids[i], Sts3215.TORQUE_ENABLE, 1);
            }
            bus.write(ids[i], Sts3215.LOCK, 1);
        }
    }

    /** Which motors hold their joint, in order. */
    public int[] torque(int[] ids) throws DeviceException {
        int[] on = new int[ids.length];
        bus.syncRead(Sts3215.TORQUE_ENABLE, ids, on);
        return on;
    }

    /** Releases whatever still answers, each motor with five retries; says which ids it could not reach. */
    public List<Integer> releaseForGood(int[] ids) {
        List<Integer> unreached = new ArrayList<>();
        for (int id : ids) {
            if (!released(id)) {
                unreached.add(id);
            }
        }
        return unreached;
    }

    private boolean released(int id) {
        for (int attempt = 0; attempt <= TORQUE_OFF_RETRIES; attempt++) {
            try {
                release(new int[] {id});
                return true;
            } catch (DeviceException e) {
                LOG.debug("Torque off, motor {}, attempt {}", id, attempt + 1, e);
            }
        }
        return false;
    }

    /** What every arm wants of its motors: no delay, full acceleration, position mode. They must be released. */
    public void configure(int[] ids) throws DeviceException {
        for (int id : ids) {
            settle(id, Sts3215.RETURN_DELAY_TIME, 0);
            settle(id, Sts3215.MAXIMUM_ACCELERATION, MAX_ACCELERATION);
            settle(id, Sts3215.ACCELERATION, MAX_ACCELERATION);
        }
        positionMode(ids);
    }

    @Override
    public void positionMode(int[] ids) throws DeviceException {
        for (int id : ids) {
            settle(id, Sts3215.PHASE, value(id, Sts3215.PHASE) & ~MULTI_TURN);
            settle(id, Sts3215.OPERATING_MODE, POSITION_MODE);
        }
    }

    /** Writes a register of a released motor where it holds another value. */
    public void settle(int id, Register register, int value) throws DeviceException {
        if (value(id, register) != value) {
            writeAnyway(id, register, value);
        }
    }

    @Override
    public JointCalibration calibration(int id) throws DeviceException {
        int min = value(id, Sts3215.MIN_POSITION_LIMIT);
        int max = value(id, Sts3215.MAX_POSITION_LIMIT);
        return new JointCalibration(id, 0, value(id, Sts3215.HOMING_OFFSET), min, max);
    }

    @Override
    public void calibrate(JointCalibration calibration) throws DeviceException {
        settle(calibration.id(), Sts3215.HOMING_OFFSET, calibration.homingOffset());
        settle(calibration.id(), Sts3215.MIN_POSITION_LIMIT, calibration.rangeMin());
        settle(calibration.id(), Sts3215.MAX_POSITION_LIMIT, calibration.rangeMax());
    }

    @Override
    public void portBaudRate(int baudRate) throws DeviceException {
        bus.baudRate(baudRate);
    }

    @Override
    public void writeId(int id, int newId) throws DeviceException {
        writeAnyway(id, Sts3215.ID, newId);
    }

    /** The answer to this may come at either speed, so none is waited for. */
    @Override
    public void writeBaudRate(int id, int baudRate) throws DeviceException {
        oneId[0] = id;
        oneValue[0] = BaudRates.code(baudRate);
        bus.syncWrite(Sts3215.BAUD_RATE, oneId, oneValue);
    }

    @Override
    public void lock(int id) throws DeviceException {
        writeAnyway(id, Sts3215.LOCK, 1);
    }

    /** As {@link FeetechBus#read}, also of a motor with a fault. */
    private int value(int id, Register register) throws DeviceException {
        oneId[0] = id;
        bus.syncRead(register, oneId, oneValue);
        return oneValue[0];
    }

    /** A motor with a fault, such as an overload, has taken the value all the same. */
    private void writeAnyway(int id, Register register, int value) throws DeviceException {
        try {
            bus.write(id, register, value);
        } catch (MotorFaultException e) {
            LOG.debug("Motor {} took {}={} and reports a fault", id, register.name(), value, e);
        }
    }

    /** Names of joints by id, for {@link BusSettings#withJoints}, and the settings of an arm's bus. */
    public static BusSettings settings(Map<Integer, String> joints, int retries, String advice) {
        return BusSettings.at(KIND.baudRate())
                .withRetries(retries)
                .withJoints(joints)
                .withAdvice(advice);
    }
}
