/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.Sts3215;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTest {
    @TempDir
    Path home;

    private Rig rig;

    @BeforeEach
    void setUp() {
        rig = new Rig(home);
    }

    private int read(String port, List<Integer> ids, String... registers) throws Exception {
        return new ReadVerb(rig.ports, rig.clock)
                .run(new ReadOptions(port, ids, 1_000_000, List.of(registers)), rig.console);
    }

    @Test
    void readsARegisterOfEveryMotorThatAnswers() throws Exception {
        assertThat(read("sim:", List.of(), "Homing_Offset")).isZero();
        assertThat(rig.console.out.get(0)).contains("MOTOR 1", "MOTOR 6");
        assertThat(rig.console.out.get(1)).contains("Homing_Offset", "step");
        assertThat(rig.console.json)
                .extractingByKey("registers", InstanceOfAssertFactories.list(Map.class))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("unit", "step")
                .extractingByKey("values", InstanceOfAssertFactories.map(String.class, Object.class))
                .hasSize(6);
    }

    @Test
    void readsEveryRegisterWhereNoneIsNamed() throws Exception {
        read("sim:", List.of(1));
        assertThat(rig.console.out).hasSize(1 + Sts3215.all().size());
    }

    @Test
    void takesNamesInAnyCaseAndWithDashes() throws Exception {
        read("sim:", List.of(2), "present-position", "ID");
        assertThat(rig.console.text()).contains("Present_Position", "ID");
    }

    @Test
    void namesTheNearestRegistersWhereOneIsUnknown() {
        assertThatThrownBy(() -> read("sim:", List.of(1), "Present_Positon", "Goal"))
                .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems())
                        .satisfiesExactly(
                                problem -> assertThat(problem).contains("\"Present_Positon\"", "Present_Position"),
                                problem -> assertThat(problem).contains("\"Goal\"", "Goal_Position")));
    }

    @Test
    void takesAWordOfANameForAHint() {
        assertThat(Registers.nearest("positon")).allMatch(name -> name.contains("Position"));
        assertThat(Registers.nearest("temp")).allMatch(name -> name.contains("Temperature") || name.contains("Time"));
    }

    @Test
    void saysWhichMotorDoesNotAnswerAndHowToLookForIt() {
        assertThatThrownBy(() -> read("sim:", List.of(9), "ID"))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("9")
                .hasMessageContaining("tendon motors scan");
    }

    @Test
    void readsNothingByNameOfAMotorWithOtherRegisters() {
        assertThatThrownBy(() -> read("sim:?model=3:1284", List.of(3), "ID"))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("scs0009");
    }

    @Test
    void refusesWhatIsNoId() {
        assertThatThrownBy(() -> new ReadOptions("sim:", List.of(254), 1_000_000, List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("254");
    }

    @Test
    void saysWhatAValueMeans() {
        assertThat(Shown.text(Sts3215.PRESENT_VOLTAGE, 121)).isEqualTo("121 = 12.1 V");
        assertThat(Shown.text(Sts3215.PRESENT_POSITION, 2047)).isEqualTo("2047 step");
        assertThat(Shown.text(Sts3215.BAUD_RATE, 0)).isEqualTo("0 = 1000000 baud");
        assertThat(Shown.text(Sts3215.STATUS, 4)).isEqualTo("4 = overheated");
        assertThat(Shown.text(Sts3215.P_COEFFICIENT, 16)).isEqualTo("16");
    }
}
