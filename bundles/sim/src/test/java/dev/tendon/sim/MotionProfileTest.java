/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class MotionProfileTest {
    /** It works in steps of a millisecond: a fraction of an encoder step is left. */
    private static final double TINY = 0.05;

    @Property(tries = 200)
    void keepsItsLimitsAndArrivesWithoutOvershoot(
            @ForAll @DoubleRange(min = 0, max = 4095) double start,
            @ForAll @IntRange(max = 4095) int target,
            @ForAll @IntRange(min = 50, max = 3400) int maxSpeed,
            @ForAll @IntRange(min = 500, max = 25_400) int acceleration) {
        MotionProfile profile = new MotionProfile();
        profile.restart(start);
        double last = start;
        double lastSpeed = 0;
        int steps = 0;
        while (!profile.reached(target)) {
            profile.step(target, maxSpeed, acceleration);
            double speed = (profile.position() - last) / Motor.STEP_S;
            assertThat(Math.abs(speed)).isLessThanOrEqualTo(maxSpeed + 1e-6);
            assertThat(Math.abs(speed - lastSpeed)).isLessThanOrEqualTo(2 * acceleration * Motor.STEP_S + 1e-6);
            assertThat(profile.position()).isBetween(Math.min(start, target) - TINY, Math.max(start, target) + TINY);
            last = profile.position();
            lastSpeed = speed;
            assertThat(++steps).as("it arrives").isLessThan(200_000);
        }
    }
}
