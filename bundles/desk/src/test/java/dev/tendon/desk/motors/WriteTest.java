/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Sts3215;
import dev.tendon.shell.Verb;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTest {
    private static final String PORT = "sim:left";

    @TempDir
    Path home;

    private Rig rig;

    @BeforeEach
    void setUp() {
        rig = new Rig(home);
    }

    private int write(boolean yes, List<Integer> ids, String register, int value) throws Exception {
        return new WriteVerb(rig.ports, rig.clock)
                .run(new WriteOptions(PORT, ids, 1_000_000, yes, register, value), rig.console);
    }

    @Test
    void keepsWhatWasWrittenToTheEepromAndLocksItAgain() throws Exception {
        assertThat(write(true, List.of(2, 3), "P_Coefficient", 16)).isEqualTo(Verb.DONE);
        assertThat(rig.value(PORT, 2, Sts3215.P_COEFFICIENT)).isEqualTo(16);
        assertThat(rig.value(PORT, 3, Sts3215.P_COEFFICIENT)).isEqualTo(16);
        assertThat(rig.written(Sts3215.LOCK))
                .as("opened and locked, one after the other")
                .containsExactly(0, 1, 0, 1);
        assertThat(rig.console.out).hasSize(2).first().asString().contains("motor 2", "is 16");
    }

    @Test
    void asksBeforeItWritesWhatStays() throws Exception {
        rig.console.answers.add(() -> "yes");
        assertThat(write(false, List.of(2), "P_Coefficient", 16)).isEqualTo(Verb.DONE);
        assertThat(rig.console.asked).singleElement().asString().contains("motor 2", "P_Coefficient", "16");
    }

    @Test
    void asksBeforeItMakesThePresentPositionTheMiddle() throws Exception {
        rig.console.answers.add(() -> "");
        assertThat(write(false, List.of(2), "Torque_Enable", 128)).isEqualTo(Verb.FAILED);
        assertThat(rig.console.asked).singleElement().asString().contains("Homing_Offset", "the middle");
        assertThat(rig.written(Sts3215.TORQUE_ENABLE)).isEmpty();
    }

    @Test
    void saysSoWhereAMotorHoldsAnotherValueAfterwards() {
        byte[] other = Packets.packet(2, Instruction.WRITE, new byte[] {(byte) Sts3215.P_COEFFICIENT.address(), 20});
        rig.onTheWay = packet -> packet[Packets.PARAMETERS - 1] == (byte) Instruction.WRITE
                        && packet[Packets.PARAMETERS] == Sts3215.P_COEFFICIENT.address()
                ? other
                : packet;
        assertThatThrownBy(() -> write(true, List.of(2), "P_Coefficient", 16))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("Motor 2 on " + PORT + " holds 20 in P_Coefficient after 16 was written");
    }

    @Test
    void refusesATorqueThatIsNone() {
        assertThatThrownBy(() -> write(true, List.of(2), "Torque_Enable", 5))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("1 (on)");
        assertThat(rig.sent).isEmpty();
    }

    @Test
    void asksWhatTheNumberMeans() throws Exception {
        rig.console.answers.add(() -> "n");
        write(false, List.of(6), "Baud_Rate", 4);
        assertThat(rig.console.asked).singleElement().asString().contains("will be 4 = 115200 baud");
    }

    @Test
    void writesNothingWithoutAYes() throws Exception {
        int before = rig.value(PORT, 2, Sts3215.P_COEFFICIENT);
        rig.console.answers.add(() -> "");
        assertThat(write(false, List.of(2), "P_Coefficient", before + 1)).isEqualTo(Verb.FAILED);
        assertThat(rig.value(PORT, 2, Sts3215.P_COEFFICIENT)).isEqualTo(before);
    }

    @Test
    void namesTheOptionWhereNobodyCanSayYes() {
        assertThatThrownBy(() -> write(false, List.of(2), "P_Coefficient", 16))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--yes");
    }

    @Test
    void asksNothingForWhatIsForgottenAtPowerOff() throws Exception {
        assertThat(write(false, List.of(2), "Torque_Limit", 300)).isEqualTo(Verb.DONE);
        assertThat(rig.console.asked).isEmpty();
    }

    @Test
    void refusesAValueOutsideOfTheLimitsAndNamesThem() {
        assertThatThrownBy(() -> write(true, List.of(2), "Homing_Offset", 2048))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("-2047 to 2047")
                .hasMessageContaining("step");
    }

    @Test
    void refusesARegisterThatCanOnlyBeRead() {
        assertThatThrownBy(() -> write(true, List.of(2), "Present_Position", 0))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("only be read");
    }

    @Test
    void refusesToChangeWhatStaysWhileTheTorqueIsOn() throws Exception {
        // One opening: a torque that is on does not outlast the simulated arm's power.
        try (DeskBus bus = DeskBus.open(rig.ports, PORT, 1_000_000, "test", rig.clock, rig.console)) {
            bus.write(2, Sts3215.TORQUE_ENABLE, 1);
            RegisterWrite write = new RegisterWrite(Sts3215.HOMING_OFFSET, 5);
            assertThatThrownBy(() -> write.check(bus, 2))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("Torque_Enable 0");
        }
    }

    @Test
    void followsAMotorToItsNewId() throws Exception {
        assertThat(write(true, List.of(6), "ID", 9)).isEqualTo(Verb.DONE);
        assertThat(rig.value(PORT, 9, Sts3215.LOCK)).isEqualTo(1);
        assertThat(rig.value(PORT, 9, Sts3215.ID)).isEqualTo(9);
    }

    @Test
    void refusesAnIdThatAnotherMotorHas() {
        assertThatThrownBy(() -> write(true, List.of(6), "ID", 5))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("motor 5");
    }

    @Test
    void refusesToGiveSeveralMotorsOneId() {
        assertThatThrownBy(() -> write(true, List.of(5, 6), "ID", 9))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("one id");
    }

    @Test
    void followsMotorsToTheirNewSpeed() throws Exception {
        assertThat(write(true, List.of(5, 6), "Baud_Rate", 4)).isEqualTo(Verb.DONE);
        try (DeskBus bus = DeskBus.open(rig.ports, PORT, 115_200, "test", rig.clock, rig.console)) {
            assertThat(bus.scan()).containsOnlyKeys(5, 6);
            assertThat(bus.value(5, Sts3215.LOCK)).isEqualTo(1);
        }
    }

    @Test
    void needsToKnowWhichMotors() {
        assertThatThrownBy(() -> new WriteOptions(PORT, List.of(), 1_000_000, false, "Torque_Enable", 0))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--ids");
    }
}
