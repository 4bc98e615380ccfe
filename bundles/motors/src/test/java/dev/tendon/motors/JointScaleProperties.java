/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class JointScaleProperties {
    /** One tick, in the unit, over the narrowest range drawn. */
    private static final double COARSEST = 200.0 / 400;

    @Property
    void aValueComesBackWithinATick(
            @ForAll boolean degrees,
            @ForAll boolean inverted,
            @ForAll @IntRange(max = 2000) int min,
            @ForAll @IntRange(min = 2400, max = 4095) int max,
            @ForAll @DoubleRange(min = -90, max = 90) double value) {
        JointScale scale = scale(TestArm.JOINTS.at(2), degrees, inverted, min, max);

        assertThat(scale.fromTicks(scale.toTicks(value))).isCloseTo(value, within(COARSEST));
    }

    @Property
    void noGoalLeavesTheRangeUnlessItIsInDegrees(
            @ForAll boolean inverted,
            @ForAll @IntRange(max = 2000) int min,
            @ForAll @IntRange(min = 2400, max = 4095) int max,
            @ForAll double value) {
        for (MotorJoint joint : TestArm.JOINTS.all()) {
            assertThat(scale(joint, false, inverted, min, max).toTicks(value)).isBetween(min, max);
        }
    }

    @Property
    void whatIsReachableFitsIntoTheGoalRegister(@ForAll boolean degrees, @ForAll double value) {
        JointScale scale = scale(TestArm.JOINTS.at(2), degrees, false, 900, 3100);

        assertThat(scale.toTicks(scale.reachable(value))).isBetween(-0x7FFF, 0x7FFF);
    }

    private static JointScale scale(MotorJoint joint, boolean degrees, boolean inverted, int min, int max) {
        return JointScale.of(joint, new JointCalibration(joint.id(), inverted ? 1 : 0, 0, min, max), degrees);
    }
}
