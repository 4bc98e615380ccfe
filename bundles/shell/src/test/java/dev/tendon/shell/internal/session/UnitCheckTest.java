/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.feature.Units;
import dev.tendon.shell.internal.session.UnitCheck.Joint;
import dev.tendon.shell.internal.session.UnitCheck.Mismatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitCheckTest {
    private static Joint joint(String unit, double[] actions) {
        return joint(unit, actions, Double.NaN, Double.NaN);
    }

    private static Joint joint(String unit, double[] actions, double low, double high) {
        return new Joint(new RecordedJoint("elbow", actions, Optional.empty()), unit, low, high);
    }

    private static Optional<Mismatch> check(Joint... joints) {
        return UnitCheck.check(List.of(joints));
    }

    /** A thousand frames on no encoder's grid, from low to high, of which some are {@code more}. */
    private static double[] course(double low, double high, double... more) {
        double[] course = IntStream.range(0, 1000)
                .mapToDouble(i -> low + (high - low) * Math.sqrt(i / 999.0))
                .toArray();
        System.arraycopy(more, 0, course, 0, more.length);
        return course;
    }

    @Test
    void acceptsDegreesOnARobotInDegrees() {
        assertThat(check(joint(Units.DEGREES, EncoderGridTest.degrees(2047, 1500, 2500), -90, 90)))
                .isEmpty();
    }

    @Test
    void acceptsSignedPercentOnARobotInSignedPercent() {
        assertThat(check(joint(Units.SIGNED_PERCENT, EncoderGridTest.percent(700, 1834, 700, 2534))))
                .isEmpty();
    }

    @Test
    void refusesSignedPercentOnARobotInDegreesByItsSteps() {
        assertThat(check(joint(Units.DEGREES, EncoderGridTest.percent(700, 1834, 900, 1900))))
                .hasValueSatisfying(mismatch -> {
                    assertThat(mismatch.looksLike()).contains(Units.SIGNED_PERCENT);
                    assertThat(mismatch.reasons()).singleElement().asString().contains("elbow", "steps of -100..100");
                });
    }

    @Test
    void refusesDegreesOnARobotInSignedPercentByTheirSteps() {
        assertThat(check(joint(Units.SIGNED_PERCENT, EncoderGridTest.degrees(2047, 1500, 2500))))
                .hasValueSatisfying(mismatch -> {
                    assertThat(mismatch.looksLike()).contains(Units.DEGREES);
                    assertThat(mismatch.reasons()).singleElement().asString().contains("elbow", "360/4095");
                });
    }

    @Test
    void refusesWhatSignedPercentCannotHold() {
        assertThat(check(joint(Units.SIGNED_PERCENT, course(-130, 90)))).hasValueSatisfying(mismatch -> {
            assertThat(mismatch.looksLike()).contains(Units.DEGREES);
            assertThat(mismatch.reasons())
                    .singleElement()
                    .asString()
                    .contains("-130.0 to 90.0", "-100..100 cannot hold");
        });
    }

    @Test
    void toleratesARareSmallOvershoot() {
        assertThat(check(joint(Units.SIGNED_PERCENT, course(-90, 90, 101, 102, 109))))
                .isEmpty();
    }

    @Test
    void refusesAFrequentOvershootAndASingleFarOne() {
        double[] often = new double[11];
        Arrays.fill(often, 101);

        assertThat(check(joint(Units.SIGNED_PERCENT, course(-90, 90, often)))).isPresent();
        assertThat(check(joint(Units.SIGNED_PERCENT, course(-90, 90, 111)))).isPresent();
    }

    @Test
    void refusesAGripperBelowZero() {
        assertThat(check(joint(Units.PERCENT, course(-30, 90))))
                .hasValueSatisfying(mismatch -> assertThat(mismatch.reasons())
                        .singleElement()
                        .asString()
                        .contains("0..100 cannot hold"));
    }

    @Test
    void refusesDegreesThatThisArmCannotReach() {
        assertThat(check(joint(Units.DEGREES, course(-120, 80), -95, 95))).hasValueSatisfying(mismatch -> {
            assertThat(mismatch.reasons()).singleElement().asString().contains("-95.0 and 95.0 degrees");
            assertThat(mismatch.looksLike()).isEmpty();
        });
    }

    @Test
    void allowsForTheDifferenceOfTwoArmsCalibrations() {
        assertThat(check(joint(Units.DEGREES, course(-99, 99), -95, 95))).isEmpty();
    }

    @Test
    void reachesEverywhereWithoutLimits() {
        assertThat(check(joint(Units.DEGREES, course(-170, 170)))).isEmpty();
    }

    @Test
    void refusesDegreesThatRestAtBothEndsOfSignedPercent() {
        assertThat(check(joint(Units.DEGREES, course(-99, 99, 100, 100, -100, -100))))
                .hasValueSatisfying(mismatch -> {
                    assertThat(mismatch.looksLike()).contains(Units.SIGNED_PERCENT);
                    assertThat(mismatch.reasons()).singleElement().asString().contains("exactly 100 or -100");
                });
    }

    @Test
    void doesNotTakeOneTouchOfAnEndForSaturation() {
        assertThat(check(joint(Units.DEGREES, course(-99, 99, 100, -100)))).isEmpty();
    }

    @Test
    void trustsMeasuredValuesMoreThanActions() {
        RecordedJoint joint =
                new RecordedJoint("elbow", course(-50, 50), Optional.of(EncoderGridTest.percent(700, 1834, 900, 1899)));

        assertThat(UnitCheck.check(List.of(new Joint(joint, Units.DEGREES, -95, 95))))
                .isPresent();
    }

    @Test
    void leavesOtherUnitsAlone() {
        assertThat(check(joint(Units.METRES, course(-500, 500)))).isEmpty();
    }
}
