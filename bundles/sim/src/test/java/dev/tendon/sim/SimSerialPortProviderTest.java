/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.Sts3215;
import dev.tendon.serial.SerialRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimSerialPortProviderTest {
    @TempDir
    Path home;

    @Test
    void aFollowerIsCalibratedAndLiesFoldedWithItsTorqueOff() throws Exception {
        try (Wire wire = wire("sim:", "so101_follower")) {
            for (int id = 1; id <= 6; id++) {
                int min = wire.read(id, Sts3215.MIN_POSITION_LIMIT);
                int max = wire.read(id, Sts3215.MAX_POSITION_LIMIT);
                assertThat(wire.read(id, Sts3215.PRESENT_POSITION)).isBetween(min, max);
                assertThat(wire.read(id, Sts3215.HOMING_OFFSET)).isNotZero();
                assertThat(wire.read(id, Sts3215.TORQUE_ENABLE)).isZero();
                assertThat(wire.read(id, Sts3215.LOCK)).isEqualTo(1);
            }
        }
    }

    @Test
    void anUncalibratedArmHoldsFactoryValues() throws Exception {
        try (Wire wire = wire("sim:?calibrated=false", "so101_follower")) {
            assertThat(wire.read(2, Sts3215.HOMING_OFFSET)).isZero();
            assertThat(wire.read(2, Sts3215.MIN_POSITION_LIMIT)).isZero();
            assertThat(wire.read(2, Sts3215.MAX_POSITION_LIMIT)).isEqualTo(4095);
            assertThat(wire.read(2, Sts3215.P_COEFFICIENT)).isEqualTo(32);
        }
    }

    @Test
    void aLeaderIsMovedByAHandWithinItsRanges() throws Exception {
        try (Wire wire = wire("sim:", "so101_leader")) {
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                wire.pass(0.1);
                for (int id = 1; id <= 6; id++) {
                    int position = wire.read(id, Sts3215.PRESENT_POSITION);
                    assertThat(position)
                            .isBetween(
                                    wire.read(id, Sts3215.MIN_POSITION_LIMIT),
                                    wire.read(id, Sts3215.MAX_POSITION_LIMIT));
                    assertThat(Math.abs(wire.read(id, Sts3215.PRESENT_VELOCITY)))
                            .as("gently")
                            .isLessThan(600);
                    seen.add(position);
                }
            }
            assertThat(seen).hasSizeGreaterThan(300);
        }
    }

    @Test
    void aLeaderHoldsWhenItsTorqueIsOnAndIsLedBackAfterwards() throws Exception {
        try (Wire wire = wire("sim:", "so101_leader")) {
            wire.pass(3);
            wire.write(1, Sts3215.TORQUE_ENABLE, 1);
            int held = wire.read(1, Sts3215.PRESENT_POSITION);
            wire.pass(4);
            assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isBetween(held - 3, held + 3);

            wire.write(1, Sts3215.TORQUE_ENABLE, 0);
            wire.pass(0.002);
            assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).as("no jump").isBetween(held - 6, held + 6);
        }
    }

    @Test
    void motionFalseLetsALeaderRest() throws Exception {
        try (Wire wire = wire("sim:?motion=false", "so101_leader")) {
            int before = wire.read(1, Sts3215.PRESENT_POSITION);
            wire.pass(3);

            assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isEqualTo(before);
        }
    }

    @Test
    void onlyTheServosAskedForAreThereAndOfTheModelsAskedFor() throws Exception {
        try (Wire wire = wire("sim:?ids=1,3&model=3:2825", "so101_follower")) {
            assertThat(wire.send(2, Instruction.PING)).isEmpty();
            assertThat(wire.read(3, Sts3215.MODEL_NUMBER)).isEqualTo(2825);
        }
    }

    @Test
    void aNamedArmKeepsWhatIsWrittenWhileUnlocked() throws Exception {
        try (Wire wire = wire("sim:left", "so101_follower")) {
            wire.write(1, Sts3215.LOCK, 0);
            wire.write(1, Sts3215.P_COEFFICIENT, 21);
            wire.write(1, Sts3215.LOCK, 1);
            wire.write(1, Sts3215.D_COEFFICIENT, 99);
            wire.write(1, Sts3215.GOAL_VELOCITY, 5);
            assertThat(wire.read(1, Sts3215.D_COEFFICIENT)).as("in force").isEqualTo(99);
        }
        try (Wire wire = wire("sim:left", "so101_follower")) {
            assertThat(wire.read(1, Sts3215.P_COEFFICIENT)).isEqualTo(21);
            assertThat(wire.read(1, Sts3215.D_COEFFICIENT))
                    .as("written while locked")
                    .isEqualTo(32);
            assertThat(wire.read(1, Sts3215.GOAL_VELOCITY)).as("RAM").isZero();
        }
    }

    @Test
    void anArmWithoutNameIsNewAtEachOpening() throws Exception {
        try (Wire wire = wire("sim:", "so101_follower")) {
            wire.write(1, Sts3215.LOCK, 0);
            wire.write(1, Sts3215.P_COEFFICIENT, 21);
        }
        try (Wire wire = wire("sim:", "so101_follower")) {
            assertThat(wire.read(1, Sts3215.P_COEFFICIENT)).isEqualTo(32);
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aNamedArmIsOpenOnlyOnce() throws Exception {
        try (Wire wire = wire("sim:left", "so101_follower")) {
            assertThatThrownBy(() -> wire("sim:left?ids=1", "so101_follower"))
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining("sim:left is in use");
            assertThat(wire.send(1, Instruction.PING)).hasSize(1);
        }
        wire("sim:left", "so101_follower").close();
    }

    @Test
    void aFollowerDoesNotBecomeALeader() throws Exception {
        wire("sim:left", "so101_follower").close();

        assertThatThrownBy(() -> wire("sim:left", "so101_leader"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("left is a follower, not a leader");
        wire("sim:left", "so101_follower").close();
    }

    @Test
    void saysWhichFileIsDamaged() throws Exception {
        wire("sim:left", "so101_follower").close();
        Files.writeString(home.resolve("sim/left.json"), "{\"format\": 1, ");

        assertThatThrownBy(() -> wire("sim:left", "so101_follower"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("left.json is damaged")
                .hasMessageContaining("Delete it");
    }

    @Test
    void listsANewArmAndThoseThatAreKept() throws Exception {
        wire("sim:left", "so101_follower").close();

        assertThat(new SimSerialPortProvider(home).list())
                .extracting(info -> info.port())
                .containsExactly("sim:", "sim:left");
    }

    @Test
    void everyArmWithoutNameIsAnotherPort() {
        SimSerialPortProvider provider = new SimSerialPortProvider(home);
        SerialRequest fresh = new SerialRequest("sim:", 1_000_000, "so101_follower");
        SerialRequest named = new SerialRequest("sim:left?motion=false", 1_000_000, "so101_follower");

        assertThat(provider.identity(fresh)).isNotEqualTo(provider.identity(fresh));
        assertThat(provider.identity(named)).isEqualTo("sim:left");
    }

    private Wire wire(String port, String peer) throws DeviceException {
        return new Wire(home, port, peer);
    }
}
