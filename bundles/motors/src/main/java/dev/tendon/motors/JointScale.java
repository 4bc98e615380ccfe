/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.feature.Units;

/**
 * Ticks of one joint to the user's unit and back. Immutable. Thread: any.
 *
 * <p>The arithmetic, its order and its truncation are LeRobot's (lerobot 0.6, motors/motors_bus.py, {@code _normalize} and
 * {@code _unnormalize}), so that both give the same tick for the same number; golden values hold it to that.
 */
public abstract class JointScale {
    /** A full turn of 4096 ticks, as LeRobot counts it. */
    private static final int MAX_TICK = MotorKind.LAST_STEP;

    /** Goal_Position is a sign and fifteen bits. */
    private static final int MAX_GOAL = 0x7FFF;

    private final String unit;
    final double min;
    final double max;

    private JointScale(String unit, JointCalibration calibration) {
        this.unit = unit;
        min = calibration.rangeMin();
        max = calibration.rangeMax();
    }

    /** The scale of {@code joint}: the gripper is 0..100 in any case. */
    public static JointScale of(MotorJoint joint, JointCalibration calibration, boolean useDegrees) {
        if (joint.travel() == MotorJoint.Travel.GRIPPER) {
            return new Percent(calibration);
        }
        return useDegrees ? new Degrees(calibration) : new SignedPercent(calibration);
    }

    public String unit() {
        return unit;
    }

    /** What the servo reports, in the unit. */
    public abstract double fromTicks(int ticks);

    /** The goal position for a value; truncated towards zero. */
    public abstract int toTicks(double value);

    /** The value nearest to {@code value} that can be sent. */
    public abstract double reachable(double value);

    /** The value at the lower end of the range. */
    public abstract double low();

    /** The value at the upper end of the range. */
    public abstract double high();

    private static double clamp(double value, double low, double high) {
        return Math.min(high, Math.max(low, value));
    }

    /** Degrees from the middle of the range; not clamped, as in LeRobot, and blind to the drive mode, as in LeRobot. */
    private static final class Degrees extends JointScale {
        private final double middle;

        Degrees(JointCalibration calibration) {
            super(Units.DEGREES, calibration);
            middle = (min + max) / 2;
        }

        @Override
        public double fromTicks(int ticks) {
            return (ticks - middle) * 360 / MAX_TICK;
        }

        @Override
        public int toTicks(double value) {
            return (int) (value * MAX_TICK / 360 + middle);
        }

        @Override
        public double reachable(double value) {
            return clamp(value, fromTicks(-MAX_GOAL), fromTicks(MAX_GOAL));
        }

        @Override
        public double low() {
            return (min - middle) * 360 / MAX_TICK;
        }

        @Override
        public double high() {
            return (max - middle) * 360 / MAX_TICK;
        }
    }

    /** -100 to 100 over the range. */
    private static final class SignedPercent extends JointScale {
        private final boolean inverted;

        SignedPercent(JointCalibration calibration) {
            super(Units.SIGNED_PERCENT, calibration);
            inverted = calibration.inverted();
        }

        @Override
        public double fromTicks(int ticks) {
            double value = (clamp(ticks, min, max) - min) / (max - min) * 200 - 100;
            return inverted ? -value : value;
        }

        @Override
        public int toTicks(double value) {
            double upright = clamp(inverted ? -value : value, -100, 100);
            return (int) ((upright + 100) / 200 * (max - min) + min);
        }

        @Override
        public double reachable(double value) {
            return clamp(value, -100, 100);
        }

        @Override
        public double low() {
            return -100;
        }

        @Override
        public double high() {
            return 100;
        }
    }

    /** 0 to 100 over the range. */
    private static final class Percent extends JointScale {
        private final boolean inverted;

        Percent(JointCalibration calibration) {
            super(Units.PERCENT, calibration);
            inverted = calibration.inverted();
        }

        @Override
        public double fromTicks(int ticks) {
            double value = (clamp(ticks, min, max) - min) / (max - min) * 100;
            return inverted ? 100 - value : value;
        }

        @Override
        public int toTicks(double value) {
            double upright = clamp(inverted ? 100 - value : value, 0, 100);
            return (int) (upright / 100 * (max - min) + min);
        }

        @Override
        public double reachable(double value) {
            return clamp(value, 0, 100);
        }

        @Override
        public double low() {
            return 0;
        }

        @Override
        public double high() {
            return 100;
        }
    }
}
