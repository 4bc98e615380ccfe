/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.feetech.StatusBits;
import dev.tendon.feetech.Sts3215;

/**
 * A servo's position control as its registers set it: the goal within the position limits, the profile towards it, the loop
 * after it, and the protection against overload. Thread: its bus's.
 *
 * <p>Units: speed in steps/s, acceleration in 100 steps/s² a unit with 0 for the highest (Feetech, STS memory table,
 * addresses 41 and 46: 8.7 deg/s² and 0.0146 rpm), the highest speed in 50 steps/s (address 84: 0.732 rpm), torques in 0.1 %
 * (address 48) or 1 % (addresses 34, 36), times in 10 ms (address 35).
 */
final class ServoControl {
    /** 3400 steps/s, in units of 50: what the firmware moves its goal at (Rhoban/bam, bam/feetech/actuator.py). */
    static final int FACTORY_MAX_SPEED = 68;

    static final int FACTORY_MAX_ACCELERATION = 254;

    private static final int SPEED_UNIT = 50;
    private static final int ACCELERATION_UNIT = 100;
    /** Below, a joint that is pushed hard counts as blocked. */
    private static final double BLOCKED_STEPS_S = 50;
    /** Above, a joint counts as moving, even where the profile has arrived. */
    private static final double MOVING_STEPS_S = 10;

    private final MotionProfile profile = new MotionProfile();
    private final PositionController controller = new PositionController();

    private int target;
    private int p;
    private int i;
    private int d;
    private int deadZoneUp;
    private int deadZoneDown;
    private double startDuty;
    private double maxSpeed;
    private double acceleration;
    private double torqueLimit;
    private double overloadDuty;
    private double protectiveDuty;
    private long protectionSteps;
    private boolean protects;

    private double duty;
    private long blockedSteps;
    private boolean overloaded;
    private boolean blocked;

    /** Takes over what the registers say; called after each write. */
    void configure(ControlTable table) {
        target = limited(
                table.get(Sts3215.GOAL_POSITION),
                table.get(Sts3215.MIN_POSITION_LIMIT),
                table.get(Sts3215.MAX_POSITION_LIMIT));
        p = table.get(Sts3215.P_COEFFICIENT);
        i = table.get(Sts3215.I_COEFFICIENT);
        d = table.get(Sts3215.D_COEFFICIENT);
        deadZoneUp = table.get(Sts3215.CW_DEAD_ZONE);
        deadZoneDown = table.get(Sts3215.CCW_DEAD_ZONE);
        startDuty = table.get(Sts3215.MINIMUM_STARTUP_FORCE) / 1000.0;
        int speedLimit = SPEED_UNIT * table.get(Sts3215.MAXIMUM_VELOCITY_LIMIT);
        int speed = Math.abs(table.get(Sts3215.GOAL_VELOCITY));
        maxSpeed = speed == 0 ? speedLimit : Math.min(speed, speedLimit);
        int fastest = table.get(Sts3215.MAXIMUM_ACCELERATION);
        int wanted = table.get(Sts3215.ACCELERATION);
        acceleration = ACCELERATION_UNIT * (double) (wanted == 0 ? fastest : Math.min(wanted, fastest));
        torqueLimit = table.get(Sts3215.TORQUE_LIMIT) / 1000.0;
        overloadDuty = table.get(Sts3215.OVERLOAD_TORQUE) / 100.0;
        protectiveDuty = table.get(Sts3215.PROTECTIVE_TORQUE) / 100.0;
        protectionSteps = Math.round(table.get(Sts3215.PROTECTION_TIME) * 0.01 / Motor.STEP_S);
        protects = (table.get(Sts3215.UNLOADING_CONDITION) & StatusBits.OVERLOAD) != 0;
    }

    /** Both limits 0 mean none (Feetech, STS memory table, addresses 9 and 11). */
    private static int limited(int goal, int min, int max) {
        return min == 0 && max == 0 ? goal : Math.min(max, Math.max(min, goal));
    }

    /** The torque goes on at {@code position}: nothing of before counts. */
    void restart(int position) {
        profile.restart(position);
        controller.reset();
        duty = 0;
        release();
    }

    /** A goal away from the obstacle ends an overload. */
    void goalChanged(int before, int now) {
        if (overloaded && (now - before) * duty < 0) {
            release();
        }
    }

    private void release() {
        overloaded = false;
        blockedSteps = 0;
    }

    /** Whether something holds the joint fast: an overload that no goal ends. */
    void blocked(boolean now) {
        if (blocked && !now) {
            release();
        }
        blocked = now;
    }

    /** One step of {@link Motor#STEP_S}. */
    void step(Motor motor, int position) {
        profile.step(target, maxSpeed, acceleration);
        duty = controller.duty(error(position), p, i, d, startDuty, limit());
        motor.drive(duty);
        watch(motor);
    }

    private double limit() {
        return overloaded() ? Math.min(torqueLimit, protectiveDuty) : torqueLimit;
    }

    private double error(int position) {
        double error = profile.position() - position;
        return error <= deadZoneUp && error >= -deadZoneDown ? 0 : error;
    }

    private void watch(Motor motor) {
        boolean blocked = Math.abs(duty) >= overloadDuty && Math.abs(motor.speedStepsS()) < BLOCKED_STEPS_S;
        blockedSteps = blocked ? blockedSteps + 1 : 0;
        overloaded |= protects && blockedSteps > protectionSteps;
    }

    /** Whether another step changes nothing. */
    boolean settled(Motor motor, int position) {
        return profile.reached(target)
                && controller.constant(error(position), i)
                && motor.restsUnder(duty)
                && Math.abs(duty) <= limit()
                && (blockedSteps == 0 || !protects || overloaded());
    }

    /** What the bridge drives at, -1 to 1. */
    double duty() {
        return duty;
    }

    boolean moving(Motor motor) {
        return !profile.reached(target) || Math.abs(motor.speedStepsS()) > MOVING_STEPS_S;
    }

    boolean overloaded() {
        return overloaded || blocked;
    }
}
