/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * The goal as the servo's controller sees it: it moves to where it was told with limited speed and acceleration and brakes
 * in time. In steps and seconds. Thread: its bus's.
 */
final class MotionProfile {
    private double position;
    private double speed;

    /** Starts anew at rest at {@code position}. */
    void restart(double position) {
        this.position = position;
        speed = 0;
    }

    /** One step of {@link Motor#STEP_S} towards {@code target}. */
    void step(double target, double maxSpeed, double acceleration) {
        double way = target - position;
        double change = acceleration * Motor.STEP_S;
        if (Math.abs(way) <= change * Motor.STEP_S && Math.abs(speed) <= change) {
            restart(target);
            return;
        }
        // The highest speed from which it still stops in time, in steps of fixed length.
        double braking = Math.sqrt(2 * acceleration * Math.abs(way) + change * change / 4) - change / 2;
        double wanted = Math.signum(way) * Math.min(Math.min(maxSpeed, braking), Math.abs(way) / Motor.STEP_S);
        speed += Math.min(change, Math.max(-change, wanted - speed));
        position += speed * Motor.STEP_S;
    }

    boolean reached(double target) {
        return speed == 0 && position == target;
    }

    double position() {
        return position;
    }
}
