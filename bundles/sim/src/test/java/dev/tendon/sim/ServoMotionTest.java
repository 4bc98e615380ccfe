/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.StatusBits;
import dev.tendon.feetech.Sts3215;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServoMotionTest {
    @TempDir
    Path home;

    private Wire wire;

    @BeforeEach
    void open() throws Exception {
        wire = new Wire(home, "sim:", "so101_follower");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aFreeJointStaysWhereItIsWhateverItsGoal() throws Exception {
        int before = wire.read(1, Sts3215.PRESENT_POSITION);
        wire.write(1, Sts3215.GOAL_POSITION, before + 500);
        wire.pass(5);

        assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isEqualTo(before);
    }

    @Test
    void torqueHoldsTheJointWhereItIsAndIgnoresAnOldGoal() throws Exception {
        int before = wire.read(1, Sts3215.PRESENT_POSITION);
        wire.write(1, Sts3215.GOAL_POSITION, before + 500);
        wire.write(1, Sts3215.TORQUE_ENABLE, 1);
        wire.pass(2);

        assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isCloseTo(before, within(2));
    }

    @Test
    void movesToItsGoalInTimeAndSaysSo() throws Exception {
        wire.write(1, Sts3215.TORQUE_ENABLE, 1);
        int goal = wire.read(1, Sts3215.PRESENT_POSITION) + 800;
        wire.write(1, Sts3215.GOAL_POSITION, goal);

        wire.pass(0.1);
        assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).as("not yet").isLessThan(goal - 500);
        assertThat(wire.read(1, Sts3215.MOVING)).isEqualTo(1);
        assertThat(wire.read(1, Sts3215.PRESENT_VELOCITY)).isPositive();
        assertThat(wire.read(1, Sts3215.PRESENT_CURRENT)).isPositive();
        wire.pass(2);
        assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isCloseTo(goal, within(8));
        assertThat(wire.read(1, Sts3215.MOVING)).isZero();
        assertThat(wire.read(1, Sts3215.PRESENT_VELOCITY)).isZero();
    }

    @Test
    void keepsTheSpeedThatItWasGiven() throws Exception {
        wire.write(1, Sts3215.TORQUE_ENABLE, 1);
        wire.write(1, Sts3215.GOAL_VELOCITY, 200);
        int start = wire.read(1, Sts3215.PRESENT_POSITION);
        wire.write(1, Sts3215.GOAL_POSITION, start + 1000);
        wire.pass(2);

        assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isBetween(start + 340, start + 400);
        assertThat(wire.read(1, Sts3215.PRESENT_VELOCITY)).isCloseTo(200, within(40));
    }

    @Test
    void keepsTheAccelerationThatItWasGiven() throws Exception {
        wire.write(1, Sts3215.TORQUE_ENABLE, 1);
        wire.write(1, Sts3215.ACCELERATION, 5);
        int start = wire.read(1, Sts3215.PRESENT_POSITION);
        wire.write(1, Sts3215.GOAL_POSITION, start + 1200);
        wire.pass(1);

        // Half of 500 steps/s² times 1 s², less what the loop lags behind.
        assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isBetween(start + 170, start + 250);
    }

    @Test
    void aStifferLoopRestsNearerToItsGoal() throws Exception {
        assertThat(restingError(64)).isLessThan(restingError(8));
    }

    private int restingError(int p) throws DeviceException {
        try (Wire fresh = open(home)) {
            fresh.write(3, Sts3215.P_COEFFICIENT, p);
            fresh.write(3, Sts3215.TORQUE_ENABLE, 1);
            fresh.write(3, Sts3215.GOAL_POSITION, 2000);
            fresh.pass(5);
            return Math.abs(fresh.read(3, Sts3215.PRESENT_POSITION) - 2000);
        }
    }

    @Test
    void clampsAGoalToItsPositionLimits() throws Exception {
        int max = wire.read(2, Sts3215.MAX_POSITION_LIMIT);
        wire.write(2, Sts3215.TORQUE_ENABLE, 1);
        wire.write(2, Sts3215.GOAL_POSITION, 4000);
        wire.pass(5);

        assertThat(wire.read(2, Sts3215.PRESENT_POSITION)).isCloseTo(max, within(8));
    }

    @Test
    void aJointThatIsLetGoStaysThere() throws Exception {
        wire.write(3, Sts3215.TORQUE_ENABLE, 1);
        wire.write(3, Sts3215.GOAL_POSITION, 2000);
        wire.pass(3);
        int there = wire.read(3, Sts3215.PRESENT_POSITION);
        wire.write(3, Sts3215.TORQUE_ENABLE, 0);
        wire.pass(60);

        assertThat(wire.read(3, Sts3215.PRESENT_POSITION)).isEqualTo(there);
    }

    @Test
    void reportsEncoderLessOffsetWithinATurn() throws Exception {
        int before = wire.read(1, Sts3215.PRESENT_POSITION);
        int offset = wire.read(1, Sts3215.HOMING_OFFSET);

        wire.write(1, Sts3215.HOMING_OFFSET, offset + 100);
        assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isEqualTo(before - 100);
        wire.write(2, Sts3215.HOMING_OFFSET, 0);
        assertThat(wire.read(2, Sts3215.PRESENT_POSITION)).isEqualTo(866 + 1094);
        wire.write(2, Sts3215.HOMING_OFFSET, 2000);
        assertThat(wire.read(2, Sts3215.PRESENT_POSITION)).as("wrapped").isEqualTo(866 + 1094 - 2000 + 4096);
    }

    @Test
    void makesThePresentPositionTheMiddleWhenAsked() throws Exception {
        wire.write(2, Sts3215.TORQUE_ENABLE, 128);

        assertThat(wire.read(2, Sts3215.PRESENT_POSITION)).isEqualTo(2048);
        assertThat(wire.read(2, Sts3215.TORQUE_ENABLE)).isZero();
    }

    @Test
    void givesWayWhenItIsBlockedForTooLong() throws Exception {
        wire.write(6, Sts3215.MIN_POSITION_LIMIT, 0);
        wire.write(6, Sts3215.TORQUE_ENABLE, 1);
        wire.write(6, Sts3215.GOAL_POSITION, 1000);
        wire.pass(1);
        assertThat(wire.read(6, Sts3215.PRESENT_LOAD)).isLessThan(-800);
        wire.pass(3);

        assertThat(wire.read(6, Sts3215.STATUS)).isEqualTo(StatusBits.OVERLOAD);
        assertThat(wire.read(6, Sts3215.PRESENT_LOAD)).isEqualTo(-200);
        wire.write(6, Sts3215.GOAL_POSITION, 2500);
        wire.pass(2);
        assertThat(wire.read(6, Sts3215.STATUS)).isZero();
        assertThat(wire.read(6, Sts3215.PRESENT_POSITION)).isCloseTo(2500, within(8));
    }

    @Test
    void movesTheSameHoweverOftenSomebodyLooks() throws Exception {
        try (Wire watched = open(home);
                Wire alone = open(home)) {
            for (Wire each : new Wire[] {watched, alone}) {
                each.write(3, Sts3215.TORQUE_ENABLE, 1);
                each.write(3, Sts3215.GOAL_POSITION, 2000);
            }
            for (int i = 0; i < 777; i++) {
                watched.clock.advance(333_333);
                watched.read(3, Sts3215.PRESENT_POSITION);
            }
            alone.clock.advance(777 * 333_333L);

            assertThat(alone.read(3, Sts3215.PRESENT_POSITION)).isEqualTo(watched.read(3, Sts3215.PRESENT_POSITION));
            assertThat(alone.read(3, Sts3215.PRESENT_VELOCITY)).isEqualTo(watched.read(3, Sts3215.PRESENT_VELOCITY));
        }
    }

    private static Wire open(Path home) throws DeviceException {
        return new Wire(home, "sim:", "so101_follower");
    }
}
