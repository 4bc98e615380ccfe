/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * The motor, the gears and what hangs on them: a brushed DC motor with dry and viscous friction, turned by a duty cycle.
 * Thread: its bus's.
 *
 * <p>Numbers at the output shaft of an STS3215 at 7.4 V, identified by Rhoban's Better Actuator Models (repository
 * Rhoban/bam, params/feetech_sts3215_7_4V/m6.json): torque constant, resistance, rotor inertia, dry and viscous friction.
 * They give a stall torque of 3.4 Nm and a free speed of some 3600 steps/s (53 RPM; the vendor's data sheet says 52 RPM). The
 * arm's own inertia is added a joint; its weight is not modelled.
 */
final class Motor {
    /** Length of the integration step. Fixed, so that the state depends on the time and never on when somebody looks. */
    static final double STEP_S = 0.001;

    static final double SUPPLY_V = 7.4;
    static final double STEPS_PER_RADIAN = 4096 / (2 * Math.PI);

    private static final double TORQUE_NM_PER_A = 1.275;
    private static final double RESISTANCE_OHM = 2.75;
    private static final double ROTOR_KGM2 = 0.0216;
    private static final double DRY_FRICTION_NM = 0.053;
    private static final double VISCOUS_FRICTION_NMS = 0.028;

    private final double inertiaKgm2;
    private final double lowStop;
    private final double highStop;
    private double obstacle = Double.NEGATIVE_INFINITY;
    private double positionSteps;
    private double speedRadS;
    private double currentA;

    /**
     * @param loadKgm2 inertia of what the joint moves, beside the rotor's
     * @param lowStop lowest position that the mechanism allows, in encoder steps, not wrapped
     * @param highStop highest position
     */
    Motor(double loadKgm2, double lowStop, double highStop, double startSteps) {
        inertiaKgm2 = ROTOR_KGM2 + loadKgm2;
        this.lowStop = lowStop;
        this.highStop = highStop;
        place(startSteps);
    }

    /** Something is in the way below {@code steps}, and pushes the shaft back there; minus infinity: nothing. */
    void stopAt(double steps) {
        obstacle = steps;
        if (positionSteps < lowest()) {
            positionSteps = lowest();
            speedRadS = Math.max(0, speedRadS);
        }
    }

    private double lowest() {
        return Math.min(highStop, Math.max(lowStop, obstacle));
    }

    /** Puts the shaft somewhere, at rest: a hand that holds it. */
    void place(double steps) {
        positionSteps = Math.min(highStop, Math.max(lowest(), steps));
        speedRadS = 0;
        currentA = 0;
    }

    /** One step of {@link #STEP_S} with the bridge driving at {@code duty}, -1 to 1. */
    void drive(double duty) {
        currentA = (duty * SUPPLY_V - TORQUE_NM_PER_A * speedRadS) / RESISTANCE_OHM;
        move(TORQUE_NM_PER_A * currentA);
    }

    /** One step with the bridge open: friction alone. */
    void coast() {
        currentA = 0;
        move(0);
    }

    private void move(double motorNm) {
        double torque = motorNm - VISCOUS_FRICTION_NMS * speedRadS;
        double direction = speedRadS != 0 ? Math.signum(speedRadS) : Math.signum(torque);
        if (speedRadS == 0 && Math.abs(torque) <= DRY_FRICTION_NM) {
            return;
        }
        double speed = speedRadS + (torque - direction * DRY_FRICTION_NM) / inertiaKgm2 * STEP_S;
        // Friction stops a shaft; it never turns it round.
        speedRadS = speed * direction < 0 && motorNm * direction > -DRY_FRICTION_NM ? 0 : speed;
        positionSteps += speedRadS * STEPS_PER_RADIAN * STEP_S;
        if (positionSteps < lowest() || positionSteps > highStop) {
            positionSteps = positionSteps < lowest() ? lowest() : highStop;
            speedRadS = 0;
        }
    }

    /** Whether it rests and {@code duty} cannot move it: too little, or against a stop. */
    boolean restsUnder(double duty) {
        boolean pushesStop = (positionSteps == highStop && duty > 0) || (positionSteps == lowest() && duty < 0);
        double torque = Math.abs(duty) * SUPPLY_V / RESISTANCE_OHM * TORQUE_NM_PER_A;
        return speedRadS == 0 && (pushesStop || torque <= DRY_FRICTION_NM);
    }

    boolean rests() {
        return speedRadS == 0;
    }

    /** Position of the shaft in encoder steps, not wrapped at a turn. */
    double positionSteps() {
        return positionSteps;
    }

    double speedStepsS() {
        return speedRadS * STEPS_PER_RADIAN;
    }

    /** Current through the winding in the last step. */
    double currentA() {
        return currentA;
    }
}
