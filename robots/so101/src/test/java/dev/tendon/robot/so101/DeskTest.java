/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.Sts3215;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting up and calibrating an arm, and what is wrong with one at connect: on packets, over simulated servos. */
class DeskTest {
    @TempDir
    Path home;

    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(home);
        rig.id = Optional.of("left");
    }

    @Test
    void fromTheBoxToTeleoperation() throws Exception {
        rig.answers.addAll(Collections.nCopies(6, ""));
        rig.driver("sim:new?fresh=true&connected=in_turn").setUpMotors();
        assertThat(rig.said)
                .contains("'gripper' motor id set to 6 (was 1 at 1000000 baud)")
                .contains("'shoulder_lift' motor id set to 2 (was 1 at 1000000 baud)")
                .contains("'shoulder_pan' motor is set up already (id 1, 1000000 baud)");

        rig.answers.add("");
        Path file = rig.driver("sim:new?motion=calibrate").calibrate();
        assertThat(file).isEqualTo(home.resolve("robots/so_follower/left.json"));
        assertThat(Files.readString(file)).contains("\"wrist_roll\"", "\"range_max\": 4095");
        assertThat(rig.leases).isEmpty();

        SoFollower arm = rig.connected("sim:new");
        assertThat(rig.observe(arm)).hasSize(6);
        arm.close();
    }

    @Test
    void motorsThatAreSetUpAreRecognisedInTurn() throws Exception {
        String port = "sim:new?fresh=true&connected=in_turn";
        rig.answers.addAll(Collections.nCopies(12, ""));
        rig.driver(port).setUpMotors();
        rig.said.clear();
        rig.driver(port).setUpMotors();

        assertThat(rig.said.stream().filter(line -> line.contains("is set up already")))
                .hasSize(6);
        assertThat(rig.said).last().asString().contains("'--robot.port=" + port + "' --robot.id=left");
    }

    @Test
    void afterAPulledPlugThePersonBeginsWithTheGripperAgain() throws Exception {
        String port = "sim:new?fresh=true&connected=in_turn&unplug_packets=60&replug_s=0.1";
        rig.answers.addAll(Collections.nCopies(12, ""));
        SoFollower arm = rig.driver(port);
        assertThatThrownBy(arm::setUpMotors).hasMessageContaining("Stopped at the 'wrist_roll' motor");
        rig.pass(1);
        rig.said.clear();
        rig.driver(port).setUpMotors();

        assertThat(rig.said)
                .contains("'gripper' motor is set up already (id 6, 1000000 baud)")
                .contains("'wrist_roll' motor id set to 5 (was 1 at 1000000 baud)")
                .anyMatch(line -> line.startsWith("All 6 motors are set up"));
    }

    @Test
    void ctrlCInACalibrationGivesTheMotorsBackWhatTheyHeld() throws Exception {
        rig.connected("sim:new").close();
        String before = Files.readString(home.resolve("sim/new.json"));
        rig.answers.addAll(List.of("c", ""));
        rig.interruptedWatch = true;

        assertThatThrownBy(() -> rig.driver("sim:new?motion=calibrate").calibrate())
                .isInstanceOf(CancellationException.class)
                .hasNoSuppressedExceptions();

        assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
        assertThat(Files.readString(home.resolve("sim/new.json"))).isEqualTo(before);
    }

    @Test
    void calibratingLeavesTheTorqueOffAndTheValuesInTheMotors() throws Exception {
        rig.answers.add("");
        rig.driver("sim:new?calibrated=false&motion=calibrate").calibrate();

        rig.connected("sim:new");
        int min = rig.register(1, Sts3215.MIN_POSITION_LIMIT);
        int max = rig.register(1, Sts3215.MAX_POSITION_LIMIT);
        assertThat(max - min).isBetween(2000, 2700);
        assertThat(rig.register(5, Sts3215.MIN_POSITION_LIMIT)).isZero();
        assertThat(rig.register(5, Sts3215.MAX_POSITION_LIMIT)).isEqualTo(4095);
    }

    @Test
    void aCalibrationThatTheHostEndsLeavesTheTorqueOff() throws Exception {
        rig.answers.addAll(List.of("c", ""));
        rig.takenInWatch = true;

        assertThatThrownBy(() -> rig.driver("sim:").calibrate()).isInstanceOf(DeviceException.class);

        assertThat(rig.torqueGoesOff(2)).isTrue();
    }

    @Test
    void calibratingTakesMotorsOutOfAnotherModeFirst() throws Exception {
        SoFollower before = rig.connected("sim:new");
        rig.register(3, Sts3215.TORQUE_ENABLE, 0);
        rig.register(3, Sts3215.LOCK, 0);
        rig.register(3, Sts3215.OPERATING_MODE, 1);
        rig.register(3, Sts3215.PHASE, 0x1C);
        before.close();
        rig.answers.addAll(List.of("c", ""));
        rig.driver("sim:new?motion=calibrate").calibrate();

        String json = Files.readString(home.resolve("sim/new.json"));
        assertThat(json).doesNotContain("\"Operating_Mode\" : 1").doesNotContain("\"Phase\" : 28");
    }

    @Test
    void anArmThatNobodyMovesIsAskedFor() {
        rig.answers.add("");

        assertThatThrownBy(() -> rig.driver("sim:?calibrated=false&motion=still&ids=1,2,3,4,5,6&unplug_s=70")
                        .calibrate())
                .isInstanceOf(DeviceException.class);

        assertThat(rig.said).anyMatch(line -> line.contains("shoulder_pan was not moved"));
        assertThat(rig.leases).isEmpty();
    }

    @Test
    void aPlugThatIsPulledWhileMotorsAreSetUpEndsItAndItGoesOnWhenStartedAgain() throws Exception {
        rig.answers.addAll(Collections.nCopies(6, ""));
        assertThatThrownBy(() -> rig.driver("sim:new?fresh=true&connected=in_turn&unplug_packets=60")
                        .setUpMotors())
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("tendon setup-motors --robot.type=so101_follower");
        assertThat(rig.said).contains("'gripper' motor id set to 6 (was 1 at 1000000 baud)");

        rig.said.clear();
        rig.answers.clear();
        rig.answers.add("");
        assertThatThrownBy(() -> rig.driver("sim:new?connected=6").setUpMotors())
                .hasMessageContaining("nobody answers");
        assertThat(rig.said).contains("'gripper' motor is set up already (id 6, 1000000 baud)");
    }

    @Test
    void aMotorAtAnotherSpeedIsFound() throws Exception {
        rig.connected("sim:new").close();
        Path eeprom = home.resolve("sim/new.json");
        String json = Files.readString(eeprom);
        int at = json.lastIndexOf("\"Baud_Rate\" : 0");
        Files.writeString(eeprom, json.substring(0, at) + json.substring(at).replaceFirst(" : 0", " : 4"));
        rig.answers.add("");

        assertThatThrownBy(() -> rig.driver("sim:new?connected=6").setUpMotors())
                .hasMessageContaining("nobody answers");

        assertThat(rig.said).contains("'gripper' motor id set to 6 (was 6 at 115200 baud)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sim:?id=3:2 | more than one motor answers as motor 2 (shoulder_lift) | motor 3 (elbow_flex) is missing",
                "sim:?id=3:13 | motor 3 (elbow_flex) is missing | 13 (no joint of this arm has that id)",
                "sim:?ids=1,2,6 | motor 3 (elbow_flex) is missing | Answers came from 1 (shoulder_pan), 2 (shoulder_lift), 6",
                "sim:?model=4:2825 | motor 4 (wrist_flex) is of model 2825 | has 6 STS3215 (model 777)",
                "sim:?voltage=3.1 | motor 1 (shoulder_pan) reports a fault: supply voltage out of its limits | Check the power supply",
                "sim:?temperature=elbow_flex:80 | motor 3 (elbow_flex) reports a fault: overheated | Let it cool down",
                "sim:?connected=4 | motor 1 (shoulder_pan) is missing | Answers came from 4 (wrist_flex)",
            })
    void tellsWhatIsWrongAtConnect(String port, String what, String more) {
        assertThatThrownBy(() -> rig.connected(port))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("so101_follower \"left\" on " + port)
                .hasMessageContaining(what)
                .hasMessageContaining(more);
        assertThat(rig.leases).isEmpty();
    }

    @Test
    void aBusThatLosesSomePacketsIsNoClash() throws Exception {
        for (int seed : List.of(1, 2, 3)) {
            SoFollower arm = rig.connected("sim:?corrupt=0.01&drop=0.01&seed=" + seed);
            assertThat(rig.observe(arm)).hasSize(6);
            arm.close();
        }
    }
}
