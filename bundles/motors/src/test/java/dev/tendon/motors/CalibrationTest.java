/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether what motors hold was put there by a calibration. */
class CalibrationTest {
    private static boolean calibrated(int slot, int min, int max) {
        List<JointCalibration> values = new ArrayList<>();
        for (MotorJoint joint : TestArm.JOINTS.all()) {
            values.add(new JointCalibration(joint.id(), 0, 0, 900, 3100));
        }
        values.set(slot, new JointCalibration(slot + 1, 0, 0, min, max));
        return new Calibration(TestArm.JOINTS, values).calibrated();
    }

    @Test
    void aRangeNarrowerThanTheFactorysIsOne() {
        assertThat(calibrated(0, 0, 4000)).isTrue();
    }

    @Test
    void theFactorysRangeIsNone() {
        assertThat(calibrated(0, 0, 4095)).isFalse();
    }

    @Test
    void aJointThatTurnsAllTheWayRoundHasTheFactorysRange() {
        assertThat(calibrated(4, 0, 4095)).isTrue();
    }

    @Test
    void aRangeThatHoldsNothingIsNone() {
        assertThat(calibrated(0, 2000, 2000)).isFalse();
        assertThat(calibrated(4, 0, 0)).isFalse();
    }
}
