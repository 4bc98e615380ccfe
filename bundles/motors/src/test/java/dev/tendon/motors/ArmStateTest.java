/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArmStateTest {
    private static final ArmState STATE = new ArmState(
            "so-follower",
            "sim:left?ids=1,2",
            false,
            true,
            new Calibration(
                    TestArm.JOINTS,
                    TestArm.JOINTS.all().stream()
                            .map(joint -> new JointCalibration(joint.id(), 0, -100 * joint.id(), 700, 3300))
                            .toList()),
            List.of(1, 2, 3, 4, 5, 6),
            List.of());

    @Test
    void comesBackFromItsTextAsItWas() throws DeviceException {
        assertThat(ArmState.parse("so-follower", TestArm.JOINTS, STATE.format()))
                .isEqualTo(STATE);
    }

    @Test
    void ignoresLinesOfALaterVersion() throws DeviceException {
        assertThat(ArmState.parse("so-follower", TestArm.JOINTS, STATE.format() + "\nmood=good"))
                .isEqualTo(STATE);
    }

    @Test
    void refusesAFormatThatItDoesNotKnow() {
        assertThatThrownBy(() -> ArmState.parse("so-follower", TestArm.JOINTS, "so-follower 9\nport=sim:"))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("so-follower 9");
    }

    @Test
    void refusesDamagedText() {
        assertThatThrownBy(() -> ArmState.parse(
                        "so-follower", TestArm.JOINTS, STATE.format().replace("observed=1 2", "observed=1 x")))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("damaged");
    }
}
