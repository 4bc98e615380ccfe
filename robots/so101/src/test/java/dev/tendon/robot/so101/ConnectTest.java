/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Units;
import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.Sts3215;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectTest {
    @TempDir
    Path home;

    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(home);
    }

    @Test
    void knowsItsFeaturesBeforeItIsConnected() {
        SoFollower driver = rig.driver("sim:");

        assertThat(driver.actionFeatures().layout().valueNames())
                .containsExactly(
                        "shoulder_pan.pos",
                        "shoulder_lift.pos",
                        "elbow_flex.pos",
                        "wrist_flex.pos",
                        "wrist_roll.pos",
                        "gripper.pos");
        assertThat(driver.actionFeatures().list().get(0).unit()).isEqualTo(Units.DEGREES);
        assertThat(driver.actionFeatures().list().get(5).unit()).isEqualTo(Units.PERCENT);
        assertThat(driver.observationFeatures()).isSameAs(driver.observationFeatures());
        rig.useDegrees = false;
        assertThat(rig.driver("sim:").actionFeatures().list().get(0).unit()).isEqualTo(Units.SIGNED_PERCENT);
    }

    @Test
    void appliesLeRobotsSettingsAndSwitchesTheTorqueOn() throws Exception {
        int[] sent = {0};
        rig.hook = packet -> {
            if (sent[0]++ == 0) {
                rig.hooked(1, Sts3215.MAXIMUM_ACCELERATION, 100); // a new one has 254 already
            }
        };
        rig.connected("sim:");

        for (int id = 1; id <= 6; id++) {
            assertThat(rig.register(id, Sts3215.RETURN_DELAY_TIME)).isZero();
            assertThat(rig.register(id, Sts3215.ACCELERATION)).isEqualTo(254);
            assertThat(rig.register(id, Sts3215.MAXIMUM_ACCELERATION)).isEqualTo(254);
            assertThat(rig.register(id, Sts3215.OPERATING_MODE)).isZero();
            assertThat(rig.register(id, Sts3215.P_COEFFICIENT)).isEqualTo(16);
            assertThat(rig.register(id, Sts3215.I_COEFFICIENT)).isZero();
            assertThat(rig.register(id, Sts3215.D_COEFFICIENT)).isEqualTo(32);
            assertThat(rig.register(id, Sts3215.PHASE) & 0x10).isZero();
            assertThat(rig.register(id, Sts3215.TORQUE_ENABLE)).isEqualTo(1);
            assertThat(rig.register(id, Sts3215.LOCK)).isEqualTo(1);
        }
        assertThat(rig.register(6, Sts3215.MAX_TORQUE_LIMIT)).isEqualTo(500);
        assertThat(rig.register(6, Sts3215.PROTECTION_CURRENT)).isEqualTo(250);
        assertThat(rig.register(6, Sts3215.OVERLOAD_TORQUE)).isEqualTo(25);
        assertThat(rig.register(5, Sts3215.MAX_TORQUE_LIMIT)).isEqualTo(1000);
    }

    @Test
    void doesNotMoveTheArm() throws Exception {
        SoFollower driver = rig.connected("sim:");
        double[] before = rig.observe(driver);
        rig.pass(3);

        assertThat(rig.observe(driver)).containsExactly(before, org.assertj.core.data.Offset.offset(0.3));
    }

    @Test
    void listsMissingMotorsAndWrongModelsTogether() {
        SoFollower driver = rig.driver("sim:?ids=1,3,4,5,6&model=4:2825");

        assertThatThrownBy(driver::connect)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("so101_follower \"left\" on sim:")
                .hasMessageContaining("motor 2 (shoulder_lift) is missing")
                .hasMessageContaining("motor 4 (wrist_flex) is of model 2825")
                .hasMessageContaining("Answers came from 1 (shoulder_pan), 3 (elbow_flex), 4 (wrist_flex)")
                .hasMessageContaining("tendon setup-motors --robot.type=so101_follower '--robot.port=sim:?ids=");
        assertThat(rig.leases).isEmpty();
    }

    @Test
    void refusesAnArmThatNobodyCalibrated() {
        SoFollower driver = rig.driver("sim:?calibrated=false");

        assertThatThrownBy(driver::connect)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("is not calibrated")
                .hasMessageContaining("so_follower")
                .hasMessageContaining("tendon calibrate --robot.type=so101_follower")
                .hasMessageContaining("--robot.id")
                .hasMessageContaining("--robot.calibration_dir");
        assertThat(rig.leases).isEmpty();
        assertThat(rig.said).as("no prompt").isEmpty();
    }

    @Test
    void connectingTwiceIsConnectingOnce() throws Exception {
        SoFollower driver = rig.connected("sim:");
        driver.connect();

        assertThat(rig.leases).hasSize(1);
    }

    @Test
    void switchesTheTorqueOffWhenItCloses() throws Exception {
        SoFollower driver = rig.connected("sim:");
        driver.close();
        driver.close();

        assertThat(rig.leases).isEmpty();
        for (int id = 1; id <= 6; id++) {
            assertThat(rig.register(id, Sts3215.TORQUE_ENABLE)).isZero();
        }
        assertThatThrownBy(() -> rig.observe(driver)).hasMessageContaining("not connected");
    }

    @Test
    void leavesTheTorqueRuleForTheCaseThatItHangs() throws Exception {
        rig.connected("sim:");
        rig.leases.get(0).revoke();
        for (int id = 1; id <= 6; id++) {
            assertThat(rig.torqueGoesOff(id)).as("motor %d", id).isTrue();
        }
    }

    @Test
    void closingTriesAgainWhereAMotorDoesNotTakeIt() throws Exception {
        SoFollower arm = rig.connected("sim:");
        int[] stumbles = {0};
        rig.hook = packet -> {
            if (packet[2] == 3 && packet[Packets.PARAMETERS] == Sts3215.TORQUE_ENABLE.address() && stumbles[0]++ < 4) {
                throw new DeviceException("the adapter stumbles");
            }
        };
        arm.close();
        rig.hook = null;

        assertThat(rig.register(3, Sts3215.TORQUE_ENABLE)).isZero();
    }

    @Test
    void anArmThatIsAsItShouldBeHasNothingWrittenIntoItsEeprom() throws Exception {
        rig.connected("sim:kept").close();
        List<byte[]> packets = new ArrayList<>();
        rig.hook = packets::add;
        rig.connected("sim:kept");

        assertThat(packets)
                .filteredOn(packet -> packet[Packets.PARAMETERS - 1] == (byte) Instruction.WRITE)
                .isNotEmpty()
                .noneMatch(packet -> packet[Packets.PARAMETERS] < Sts3215.TORQUE_ENABLE.address());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closingAppliesTheTorqueRule(boolean disable) throws Exception {
        rig.disableTorque = disable;
        rig.connected("sim:").close();
        for (int id = 1; id <= 6; id++) {
            assertThat(rig.register(id, Sts3215.TORQUE_ENABLE))
                    .as("motor %d", id)
                    .isEqualTo(disable ? 0 : 1);
        }
    }

    @Test
    void keepsTheTorqueOnWhereTheUserWantsThat() throws Exception {
        rig.disableTorque = false;
        rig.connected("sim:");
        rig.leases.get(0).revoke();
        for (int id = 1; id <= 6; id++) {
            assertThat(rig.register(id, Sts3215.TORQUE_ENABLE)).isEqualTo(1);
        }
    }

    /** The simulated servo takes its present position for the goal when its torque goes on; whether every firmware does, nobody says. */
    @Test
    void thePresentPositionIsTheGoalBeforeTheTorqueGoesOn() throws Exception {
        List<byte[]> packets = new ArrayList<>();
        rig.hook = packets::add;
        rig.connected("sim:");

        int goals = first(packets, Instruction.SYNC_WRITE, Sts3215.GOAL_POSITION, -1);
        assertThat(goals).isNotNegative().isLessThan(first(packets, Instruction.WRITE, Sts3215.TORQUE_ENABLE, 1));
        for (int id = 1; id <= 6; id++) {
            int goal = Packets.getRaw(packets.get(goals), Packets.PARAMETERS + 2 + 3 * (id - 1) + 1, 2);
            assertThat(goal).as("motor %d", id).isCloseTo(rig.register(id, Sts3215.PRESENT_POSITION), Offset.offset(3));
        }
    }

    private static int first(List<byte[]> packets, int instruction, Register register, int value) {
        for (int i = 0; i < packets.size(); i++) {
            byte[] packet = packets.get(i);
            if (packet[Packets.PARAMETERS - 1] == (byte) instruction
                    && packet[Packets.PARAMETERS] == register.address()
                    && (value < 0 || packet[Packets.PARAMETERS + 1] == value)) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aConnectThatFailsHalfWayLeavesTheTorqueAsItWas(int torque) throws Exception {
        int[] sent = {0};
        rig.hook = packet -> {
            if (sent[0]++ == 0) {
                for (int id = 1; id <= 6; id++) {
                    rig.hooked(id, Sts3215.TORQUE_ENABLE, torque);
                }
            }
            if (packet[Packets.PARAMETERS - 1] == (byte) Instruction.SYNC_WRITE
                    && packet[Packets.PARAMETERS] == Sts3215.GOAL_POSITION.address()) {
                throw new DeviceException("the adapter stumbles");
            }
        };

        assertThatThrownBy(() -> rig.connected("sim:")).hasMessageContaining("the adapter stumbles");

        rig.hook = null;
        for (int id = 1; id <= 6; id++) {
            assertThat(rig.register(id, Sts3215.TORQUE_ENABLE))
                    .as("motor %d", id)
                    .isEqualTo(torque);
        }
        assertThat(rig.leases).isEmpty();
    }

    @Test
    void takesMotorsOutOfAnotherOperatingMode() throws Exception {
        SoFollower first = rig.connected("sim:kept");
        rig.register(3, Sts3215.TORQUE_ENABLE, 0);
        rig.register(3, Sts3215.LOCK, 0);
        rig.register(3, Sts3215.OPERATING_MODE, 1);
        first.close();
        rig.connected("sim:kept");

        assertThat(rig.register(3, Sts3215.OPERATING_MODE)).isZero();
    }

    @Test
    void clearsTheMultiTurnBitAndKeepsTheOtherBitsOfThePhase() throws Exception {
        SoFollower first = rig.connected("sim:kept");
        rig.register(3, Sts3215.TORQUE_ENABLE, 0);
        rig.register(3, Sts3215.LOCK, 0);
        rig.register(3, Sts3215.PHASE, 0x1C);
        first.close();
        rig.connected("sim:kept");

        assertThat(rig.register(3, Sts3215.PHASE)).isEqualTo(0x0C);
    }

    @Test
    void refusesMotorsOfDifferentFirmware() throws Exception {
        rig.connected("sim:kept").close();
        Path file = home.resolve("sim/kept.json");
        String json = Files.readString(file);
        int at = json.lastIndexOf("\"Firmware_Minor_Version\" : 10");
        Files.writeString(file, json.substring(0, at) + json.substring(at).replace("Version\" : 10", "Version\" : 9"));

        assertThatThrownBy(() -> rig.connected("sim:kept"))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("different firmware")
                .hasMessageContaining("gripper 3.9");
        assertThat(rig.leases).isEmpty();
    }
}
