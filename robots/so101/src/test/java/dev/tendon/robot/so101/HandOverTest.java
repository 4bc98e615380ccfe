/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.feetech.Sts3215;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest {
    private static final double[] POSE = {10, -20, 30, 0, 15, 50};

    @TempDir
    Path home;

    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(home);
        rig.useDegrees = false;
    }

    @Test
    void theSuccessorGoesOnWithTheArmInMotionAndTorqueOn() throws Exception {
        SoFollower old = rig.connected("sim:");
        rig.observe(old);
        rig.send(old, POSE);
        rig.pass(0.1);
        SoFollower next = rig.driver("sim:");
        long before = rig.clock.nanoTime();

        rig.exchange(old, next);
        old.close();

        assertThat(rig.clock.nanoTime()).as("no waiting").isEqualTo(before);
        assertThat(rig.register(2, Sts3215.TORQUE_ENABLE)).isEqualTo(1);
        rig.pass(3);
        assertThat(rig.observe(next)).containsExactly(POSE, offset(0.7));
        next.close();
        assertThat(rig.leases).isEmpty();
    }

    @Test
    void handsOnWhatItWasHandedThoughItDidNothing() throws Exception {
        SoFollower old = rig.connected("sim:");
        rig.observe(old);
        rig.send(old, POSE);
        SoFollower next = rig.driver("sim:");
        rig.exchange(old, next);
        String[] state = next.handOver().state().split("\n");

        assertThat(state)
                .filteredOn(line -> line.matches("(observed|goals)=\\d+( \\d+){5}"))
                .hasSize(2);
        assertThat(state).doesNotContain("observed=0 0 0 0 0 0").contains("torque=on");
    }

    @Test
    void writesNothingAtTheExchange() throws Exception {
        SoFollower old = rig.connected("sim:");
        rig.register(4, Sts3215.P_COEFFICIENT, 77);

        rig.exchange(old, rig.driver("sim:"));

        assertThat(rig.register(4, Sts3215.P_COEFFICIENT)).isEqualTo(77);
    }

    @Test
    void leavesTheSuccessorsTorqueRule() throws Exception {
        rig.disableTorque = false;
        SoFollower old = rig.connected("sim:");
        rig.disableTorque = true;

        rig.exchange(old, rig.driver("sim:"));
        rig.leases.get(0).revoke();

        assertThat(rig.torqueGoesOff(1)).isTrue();
    }

    @Test
    void refusesAStateOfAnotherUnitAndTheOldOneGoesOn() throws Exception {
        SoFollower old = rig.connected("sim:");
        rig.useDegrees = true;
        SoFollower next = rig.driver("sim:");
        HandOver state = old.handOver().with(rig.leases);

        assertThatThrownBy(() -> next.adopt(state))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("degrees")
                .hasMessageContaining("range_m100_100");

        old.adopt(state);
        assertThat(rig.observe(old)).hasSize(6);
    }

    @Test
    void refusesAStateOfAnotherPort() throws Exception {
        SoFollower old = rig.connected("sim:");
        SoFollower next = rig.driver("sim:other");

        assertThatThrownBy(() -> next.adopt(old.handOver().with(rig.leases))).hasMessageContaining("sim:other");
    }

    @Test
    void aDriverThatHandedOverTouchesNothingWhenItCloses() throws Exception {
        SoFollower old = rig.connected("sim:");
        old.handOver();
        old.close();

        assertThat(rig.leases).hasSize(1);
        assertThat(rig.leases.get(0).valid()).isTrue();
        assertThat(rig.register(1, Sts3215.TORQUE_ENABLE)).isEqualTo(1);
    }
}
