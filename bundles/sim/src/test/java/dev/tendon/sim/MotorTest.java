/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MotorTest {
    @Test
    void runsAtTheDataSheetsSpeedWhenNothingHoldsIt() {
        Motor motor = new Motor(0, -1e9, 1e9, 0);
        for (int i = 0; i < 2000; i++) {
            motor.drive(1);
        }

        assertThat(motor.speedStepsS() * 60 / 4096).as("rpm").isCloseTo(52, within(2.0));
    }

    @Test
    void staysWhereTooSmallATorquePullsIt() {
        Motor motor = new Motor(0, -1e9, 1e9, 100);
        for (int i = 0; i < 1000; i++) {
            motor.drive(0.015);
        }

        assertThat(motor.positionSteps()).isEqualTo(100);
        assertThat(motor.restsUnder(0.015)).isTrue();
        assertThat(motor.restsUnder(0.03)).isFalse();
    }

    @Test
    void comesToRestByItselfAndStaysThere() {
        Motor motor = new Motor(0, -1e9, 1e9, 0);
        for (int i = 0; i < 500; i++) {
            motor.drive(1);
        }
        for (int i = 0; i < 10_000; i++) {
            motor.coast();
        }

        assertThat(motor.rests()).isTrue();
    }

    @Test
    void stopsAtTheEndOfTheMechanism() {
        Motor motor = new Motor(0, 0, 500, 100);
        for (int i = 0; i < 2000; i++) {
            motor.drive(1);
        }

        assertThat(motor.positionSteps()).isEqualTo(500);
        assertThat(motor.currentA()).as("stall current at 7.4 V").isCloseTo(2.7, within(0.1));
    }
}
