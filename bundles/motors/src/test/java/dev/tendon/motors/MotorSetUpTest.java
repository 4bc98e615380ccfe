/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person connects one motor after the other. */
class MotorSetUpTest {
    private static final List<String> ORDER =
            List.of("gripper", "wrist_roll", "wrist_flex", "elbow_flex", "shoulder_lift", "shoulder_pan");

    private final FakeDesk desk = new FakeDesk();
    private final FakeMotors wire = new FakeMotors();

    private void run() throws DeviceException {
        new MotorSetUp(wire, TestArm.JOINTS, TestArm.options("", Optional.empty()), desk).run();
    }

    private static FakeMotors.Motor motor(int id, int baudRate) {
        FakeMotors.Motor motor = new FakeMotors.Motor(id, 2047);
        motor.baudRate = baudRate;
        return motor;
    }

    private void connect(FakeMotors.Motor... motors) {
        desk.moves(() -> plug(motors));
    }

    private void plug(FakeMotors.Motor... motors) {
        wire.motors.clear();
        wire.motors.addAll(List.of(motors));
    }

    @Test
    void anIdAtAnotherSpeedIsNoSignThatAMotorIsDone() {
        FakeMotors.Motor used = motor(3, 115_200);
        connect(used);

        assertThatThrownBy(this::run).hasMessageContaining("nobody answers");

        assertThat(desk.heard).contains("'gripper' motor id set to 6 (was 3 at 115200 baud)");
        assertThat(used.id).isEqualTo(6);
    }

    @Test
    void aMotorThatComesToAnIdThatIsTakenIsNotDone() {
        connect(motor(1, 1_000_000));
        wire.afterNextIdWrite = () -> wire.motors.add(motor(6, 1_000_000));

        assertThatThrownBy(this::run).hasMessageContaining("nobody answers");

        assertThat(desk.heard).anyMatch(line -> line.contains("was given id 6, but it does not answer to it"));
    }

    @Test
    void aSecondMotorAtAnotherSpeedIsLeftAsItIs() {
        FakeMotors.Motor second = motor(6, 115_200);
        connect(motor(1, 500_000), second);

        assertThatThrownBy(this::run).hasMessageContaining("nobody answers");

        assertThat(desk.heard).contains("'gripper' motor id set to 6 (was 1 at 500000 baud)");
        assertThat(second.id).isEqualTo(6);
        assertThat(second.baudRate).isEqualTo(115_200);
    }

    @Test
    void asksForTheGripperFirstAndTheShoulderLast() throws Exception {
        for (int i = 0; i < 6; i++) {
            connect(motor(1, 1_000_000));
        }

        run();

        List<String> prompts = desk.heard.stream()
                .filter(line -> line.contains("motor only and press ENTER"))
                .toList();
        assertThat(prompts).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(prompts.get(i)).contains("'" + ORDER.get(i) + "'");
        }
        assertThat(desk.heard).contains("'gripper' motor id set to 6 (was 1 at 1000000 baud)");
        assertThat(desk.heard).contains("'shoulder_pan' motor is set up already (id 1, 1000000 baud)");
        assertThat(desk.heard.get(desk.heard.size() - 1)).contains("tendon calibrate --robot.type=so101_follower");
    }

    @Test
    void findsAMotorAtAnySpeedAndId() throws Exception {
        FakeMotors.Motor odd = motor(200, 115_200);
        connect(odd);

        runUntilTheScriptEnds();

        assertThat(odd.id).isEqualTo(6);
        assertThat(odd.baudRate).isEqualTo(1_000_000);
        assertThat(odd.locked).isTrue();
        assertThat(desk.heard).contains("'gripper' motor id set to 6 (was 200 at 115200 baud)");
    }

    @Test
    void refusesTwoMotorsAndAsksAgain() throws Exception {
        connect(motor(1, 1_000_000), motor(3, 1_000_000));
        connect(motor(1, 1_000_000), motor(1, 1_000_000));

        runUntilTheScriptEnds();

        assertThat(desk.heard.get(1))
                .contains("More than one motor is connected: ids 1, 3")
                .contains("'gripper'");
        assertThat(desk.heard.get(3)).contains("More than one motor answers at once");
        assertThat(wire.motors).allMatch(motor -> motor.id == 1);
    }

    @Test
    void refusesAnotherModelAndNoMotorAtAll() throws Exception {
        FakeMotors.Motor other = motor(1, 1_000_000);
        other.model = 2825;
        connect(other);
        connect();

        runUntilTheScriptEnds();

        assertThat(desk.heard.get(1)).contains("model 2825, not 777 (STS3215)");
        assertThat(desk.heard.get(3)).contains("No motor answered", "1000000, 500000, 115200", "'gripper'");
        assertThat(other.id).isEqualTo(1);
    }

    @Test
    void aMotorThatIsSetUpAlreadyIsNotRenamedWithoutAsking() throws Exception {
        FakeMotors.Motor gripper = motor(1, 1_000_000);
        connect(gripper);
        connect(gripper);
        desk.types("");
        connect(motor(1, 1_000_000));

        runUntilTheScriptEnds();

        assertThat(gripper.id).isEqualTo(6);
        assertThat(desk.heard).anyMatch(line -> line.contains("set up already, as 'gripper' (id 6)"));
        assertThat(desk.heard).contains("'wrist_roll' motor id set to 5 (was 1 at 1000000 baud)");
    }

    @Test
    void aMotorOfAnotherArmBecomesWhatIsWantedOnY() throws Exception {
        FakeMotors.Motor elbow = motor(3, 1_000_000);
        connect(elbow);
        desk.types("y");

        runUntilTheScriptEnds();

        assertThat(elbow.id).isEqualTo(6);
    }

    @Test
    void aPlugThatWasPulledBetweenTheTwoWritesIsAskedForAgain() throws Exception {
        FakeMotors.Motor gripper = motor(1, 500_000);
        wire.afterNextIdWrite = () -> wire.unplugged.add(gripper);
        connect(gripper);
        desk.moves(() -> {
            wire.unplugged.clear();
            gripper.locked = true; // it lost its power
        });

        runUntilTheScriptEnds();

        assertThat(desk.heard.get(1)).contains("gave no answer", "'gripper' motor is not set up yet");
        assertThat(desk.heard).contains("'gripper' motor id set to 6 (was 6 at 500000 baud)");
        assertThat(gripper.baudRate).isEqualTo(1_000_000);
    }

    @Test
    void aPortThatIsGoneEndsItAndSaysHowToGoOn() {
        connect(motor(1, 1_000_000));
        desk.moves(() -> wire.portFails = new DeviceException("the port is gone."));

        assertThatThrownBy(this::run)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("the port is gone.")
                .hasMessageContaining("'wrist_roll'")
                .hasMessageContaining("tendon setup-motors --robot.type=so101_follower --robot.port=test:");
    }

    @Test
    void startedAgainItRecognisesWhatIsDone() throws Exception {
        for (int id = 6; id >= 1; id--) {
            connect(motor(id, 1_000_000));
        }

        run();

        assertThat(desk.heard.stream().filter(line -> line.contains("is set up already")))
                .hasSize(6);
    }

    private void runUntilTheScriptEnds() {
        assertThatThrownBy(this::run).hasMessageContaining("nobody answers");
    }
}
