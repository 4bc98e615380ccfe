/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * The servo's position loop: PID from an error in steps to a duty cycle, once a millisecond. Thread: its bus's.
 *
 * <p>The proportional gain, 0.166 of full duty per radian and unit of P, and the highest duty 0.97 were measured with an
 * oscilloscope for Rhoban's Better Actuator Models (repository Rhoban/bam, bam/feetech/actuator.py). Feetech publishes no scale
 * for D and I; D is taken as the difference of two samples with the gain of P, and I so that P/I is the reset time in
 * seconds.
 */
final class PositionController {
    static final double MAX_DUTY = 0.97;
    private static final double DUTY_PER_STEP = 0.166 / Motor.STEPS_PER_RADIAN;

    private double lastError;
    private double integral;
    private boolean first = true;

    void reset() {
        integral = 0;
        first = true;
    }

    /**
     * One step.
     *
     * @param error goal less present position, in steps; 0 within the dead zone
     * @param startDuty what is added to overcome friction, as a duty
     * @param limit highest duty allowed
     */
    double duty(double error, int p, int i, int d, double startDuty, double limit) {
        double difference = first ? 0 : error - lastError;
        first = false;
        lastError = error;
        double bounded = Math.min(MAX_DUTY, limit);
        double raw = DUTY_PER_STEP * (p * error + i * integral + d * difference) + Math.signum(error) * startDuty;
        double duty = Math.min(bounded, Math.max(-bounded, raw));
        if (i > 0 && (duty == raw || raw * error < 0)) {
            integral += error * Motor.STEP_S; // it does not wind up while the duty is at its limit
        }
        return duty;
    }

    /** Whether the same error gives the same duty again. */
    boolean constant(double error, int i) {
        return !first && error == lastError && (i == 0 || error == 0);
    }
}
