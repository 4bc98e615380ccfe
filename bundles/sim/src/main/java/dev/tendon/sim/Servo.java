/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.feetech.Register;
import dev.tendon.feetech.StatusBits;
import dev.tendon.feetech.Sts3215;
import org.jspecify.annotations.Nullable;

/**
 * One simulated STS3215: its control table, and what moves. Thread: its bus's. Allocates nothing.
 *
 * <p>What enabling the torque does is inferred from LeRobot, which never writes a goal at connect and whose arms do not jump:
 * the goal becomes the present position. Operating modes other than position control answer but do not drive.
 */
final class Servo {
    private static final int TURN = 4096;
    private static final int MAX_OFFSET = 2047;
    /** Phase: positions count on beyond a turn (Feetech, STS memory table, address 18, bit 4). */
    private static final int MULTI_TURN = 0x10;
    /** Torque_Enable: make the present position the middle, 2048 (Feetech, STS memory table, address 40). */
    private static final int CALIBRATE_MIDDLE = 128;

    private static final int TORQUE_ON = 1;
    static final int TEMPERATURE_C = 31;
    private static final long RETURN_DELAY_UNIT_NS = 2000;
    private static final double AMPERES_PER_UNIT = 0.0065;
    /** Resistance of supply and cable. */
    private static final double SUPPLY_OHM = 0.2;

    private final int joint;
    private final ControlTable table;
    private final Motor motor;
    private final @Nullable HandMotion hand;
    private final ServoControl control = new ServoControl();
    private final byte[] pending = new byte[ControlTable.SIZE];
    private int pendingAddress;
    private int pendingLength;
    private long elapsedSteps;
    private double handSpeed;
    private boolean connected = true;
    private boolean present = true;
    private double supplyV = Motor.SUPPLY_V;
    private int temperatureC = TEMPERATURE_C;
    private int unloaded;

    /**
     * @param joint its id on an arm that is set up
     * @param hand who moves it while its torque is off; null: nobody
     */
    Servo(int joint, ControlTable table, Motor motor, @Nullable HandMotion hand) {
        this.joint = joint;
        this.table = table;
        this.motor = motor;
        this.hand = hand;
        if (hand != null) {
            motor.place(hand.at(0));
        }
        powerUp();
    }

    private void powerUp() {
        table.powerUp();
        table.set(Sts3215.TORQUE_LIMIT, table.get(Sts3215.MAX_TORQUE_LIMIT));
        table.set(Sts3215.LOCK, 1);
        table.set(Sts3215.MAXIMUM_VELOCITY_LIMIT, ServoControl.FACTORY_MAX_SPEED);
        table.set(Sts3215.MAXIMUM_ACCELERATION, ServoControl.FACTORY_MAX_ACCELERATION);
        table.set(Sts3215.GOAL_POSITION, position());
        control.configure(table);
    }

    /** Its id on an arm that is set up, whatever id it holds. */
    int joint() {
        return joint;
    }

    /** Where the shaft is, in encoder steps, not wrapped. */
    double shaftSteps() {
        return motor.positionSteps();
    }

    /** Something in its way keeps the shaft from going below {@code steps}. */
    void stopAt(double steps) {
        motor.stopAt(steps);
    }

    /** Whether somebody has connected it. */
    void connected(boolean now) {
        connected = now;
    }

    /** Whether its cable is whole. */
    void present(boolean now) {
        present = now;
    }

    boolean onWire() {
        return connected && present;
    }

    /** What it feels: its supply, its temperature, and whether something blocks it. */
    void conditions(double volts, int celsius, boolean blocked) {
        supplyV = volts;
        temperatureC = celsius;
        control.blocked(blocked);
    }

    /** How long it waits before it answers (Feetech, STS memory table, address 7: 2 µs a unit). */
    long returnDelayNs() {
        return RETURN_DELAY_UNIT_NS * table.get(Sts3215.RETURN_DELAY_TIME);
    }

    int id() {
        return table.get(Sts3215.ID);
    }

    int baudRateCode() {
        return table.get(Sts3215.BAUD_RATE);
    }

    /** Whether it answers instructions other than ping and read. */
    boolean answersAll() {
        return table.get(Sts3215.RESPONSE_STATUS_LEVEL) != 0;
    }

    /** Lets {@code steps} of {@link Motor#STEP_S} pass. */
    void advance(long steps) {
        boolean driven = driven();
        if (hand != null && !driven) {
            elapsedSteps += steps;
            double now = elapsedSteps * Motor.STEP_S;
            motor.place(hand.at(now));
            handSpeed = (hand.at(now) - hand.at(now - Motor.STEP_S)) / Motor.STEP_S;
            return;
        }
        handSpeed = 0;
        for (long i = 0; i < steps; i++) {
            if (driven ? control.settled(motor, position()) : motor.rests()) {
                break; // nothing changes until somebody writes
            }
            if (driven) {
                control.step(motor, position());
            } else {
                motor.coast();
            }
        }
        elapsedSteps += steps;
    }

    private boolean driven() {
        return table.get(Sts3215.TORQUE_ENABLE) == TORQUE_ON && table.get(Sts3215.OPERATING_MODE) == 0;
    }

    /** The position as reported: encoder less homing offset, within a turn unless the phase byte says otherwise. */
    private int position() {
        long shaft = Math.round(motor.positionSteps());
        int offset = table.get(Sts3215.HOMING_OFFSET);
        boolean multiTurn = (table.get(Sts3215.PHASE) & MULTI_TURN) != 0;
        return multiTurn ? (int) shaft - offset : Math.floorMod(shaft - offset, TURN);
    }

    /** What a register holds now. */
    int peek(Register register) {
        refresh();
        return table.get(register);
    }

    /** Copies the control table as it is now. */
    void read(int address, int length, byte[] into, int offset) {
        refresh();
        table.read(address, length, into, offset);
    }

    /** Writes what came over the bus, and does what the registers mean. */
    void write(int address, int length, byte[] from, int offset) {
        boolean wasDriven = driven();
        int goal = table.get(Sts3215.GOAL_POSITION);
        int homingBefore = table.get(Sts3215.HOMING_OFFSET);
        table.write(address, length, from, offset);
        if (touches(Sts3215.TORQUE_ENABLE, address, length)) {
            torque(wasDriven, touches(Sts3215.GOAL_POSITION, address, length));
        }
        if (touches(Sts3215.GOAL_POSITION, address, length)) {
            control.goalChanged(goal, table.get(Sts3215.GOAL_POSITION));
        }
        int homing = table.get(Sts3215.HOMING_OFFSET);
        if (hand != null
                && homing != 0
                && (homing != homingBefore || touches(Sts3215.HOMING_OFFSET, address, length))) {
            hand.homed(elapsedSteps * Motor.STEP_S);
        }
        control.configure(table);
    }

    private void torque(boolean wasDriven, boolean goalGiven) {
        if (table.get(Sts3215.TORQUE_ENABLE) == CALIBRATE_MIDDLE) {
            table.set(Sts3215.TORQUE_ENABLE, 0);
            int encoder = (int) Math.floorMod(Math.round(motor.positionSteps()), (long) TURN);
            table.keep(Sts3215.HOMING_OFFSET, Math.min(MAX_OFFSET, Math.max(-MAX_OFFSET, encoder - TURN / 2)));
        }
        if (driven() && !wasDriven) {
            if (!goalGiven) {
                table.set(Sts3215.GOAL_POSITION, position());
            }
            control.restart(position());
        } else if (!driven() && wasDriven && hand != null) {
            hand.take(elapsedSteps * Motor.STEP_S, motor.positionSteps());
        }
    }

    private static boolean touches(Register register, int address, int length) {
        return address < register.address() + register.size() && register.address() < address + length;
    }

    /** Holds a write back until {@link #action}. */
    void hold(int address, int length, byte[] from, int offset) {
        System.arraycopy(from, offset, pending, 0, length);
        pendingAddress = address;
        pendingLength = length;
    }

    /** Does what was held back. */
    void action() {
        if (pendingLength > 0) {
            int length = pendingLength;
            pendingLength = 0;
            write(pendingAddress, length, pending, 0);
        }
    }

    /** Factory settings but for the id, and power-up. */
    void reset() {
        SimEeprom.reset(table);
        powerUp();
    }

    /** The error byte of a status packet. */
    int errors() {
        refresh();
        return table.get(Sts3215.STATUS);
    }

    private void refresh() {
        boolean driven = driven();
        double amperes = Math.abs(motor.currentA());
        int voltage = (int) Math.round((supplyV - SUPPLY_OHM * amperes) * 10);
        table.set(Sts3215.PRESENT_POSITION, position());
        table.set(Sts3215.PRESENT_VELOCITY, (int) Math.round(handSpeed + motor.speedStepsS()));
        table.set(Sts3215.PRESENT_LOAD, driven ? (int) Math.round(control.duty() * 1000) : 0);
        table.set(Sts3215.PRESENT_VOLTAGE, voltage);
        table.set(Sts3215.PRESENT_TEMPERATURE, temperatureC);
        table.set(Sts3215.PRESENT_CURRENT, (int) Math.round(amperes / AMPERES_PER_UNIT));
        table.set(Sts3215.ASYNC_WRITE_FLAG, pendingLength > 0 ? 1 : 0);
        table.set(Sts3215.MOVING, driven && control.moving(motor) ? 1 : 0);
        table.set(Sts3215.GOAL_POSITION_2, table.get(Sts3215.GOAL_POSITION));
        boolean badVoltage =
                voltage > table.get(Sts3215.MAX_VOLTAGE_LIMIT) || voltage < table.get(Sts3215.MIN_VOLTAGE_LIMIT);
        boolean tooHot = temperatureC > table.get(Sts3215.MAX_TEMPERATURE_LIMIT);
        int faults = (badVoltage ? StatusBits.VOLTAGE : 0)
                | (tooHot ? StatusBits.TEMPERATURE : 0)
                | (control.overloaded() ? StatusBits.OVERLOAD : 0);
        table.set(Sts3215.STATUS, faults);
        unload(faults & table.get(Sts3215.UNLOADING_CONDITION) & (StatusBits.VOLTAGE | StatusBits.TEMPERATURE));
    }

    /** The torque goes off when such a fault begins; an overload leaves the protective torque instead. */
    private void unload(int faults) {
        if ((faults & ~unloaded) != 0 && table.get(Sts3215.TORQUE_ENABLE) != 0) {
            boolean wasDriven = driven();
            table.set(Sts3215.TORQUE_ENABLE, 0);
            torque(wasDriven, false);
        }
        unloaded = faults;
    }
}
