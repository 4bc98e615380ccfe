/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
    @TempDir
    Path home;

    private Rig rig;

    @BeforeEach
    void setUp() {
        rig = new Rig(home);
    }

    private int scan(String port, List<Integer> rates) throws Exception {
        return new ScanVerb(rig.ports, rig.clock).run(new ScanOptions(port, rates), rig.console);
    }

    @Test
    void findsSixMotorsWithModelAndFirmware() throws Exception {
        assertThat(scan("sim:", List.of(1_000_000))).isZero();
        assertThat(rig.console.out).hasSize(7);
        assertThat(rig.console.out.get(1)).contains("1", "1000000", "sts3215 (777)", " V");
        assertThat(rig.console.json)
                .extractingByKey("motors", InstanceOfAssertFactories.list(Map.class))
                .hasSize(6)
                .first(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("id", 1)
                .containsEntry("model", "sts3215")
                .containsEntry("baud_rate", 1_000_000);
    }

    @Test
    void suspectsOneIdForSeveralMotorsWhereNobodyCanBeUnderstood() {
        assertThatThrownBy(() -> scan("sim:?fresh=true", List.of(1_000_000))).isInstanceOf(DeviceException.class);
        assertThat(rig.console.err).anyMatch(line -> line.contains("garbled answers: two motors may have one id"));
    }

    @Test
    void findsMotorsAtWhicheverBaudRateTheyHave() throws Exception {
        new WriteVerb(rig.ports, rig.clock)
                .run(new WriteOptions("sim:left", List.of(6), 1_000_000, true, "Baud_Rate", 4), rig.console);
        rig.console.out.clear();
        assertThat(scan("sim:left", List.of())).isZero();
        assertThat(rig.console.out).hasSize(7).last().asString().contains("6", "115200");
    }

    @Test
    void namesAModelThatIsNoSts3215() throws Exception {
        scan("sim:?model=3:2825,4:9", List.of(1_000_000));
        assertThat(rig.console.text()).contains("sts3250 (2825)", "unknown (9)");
    }

    @Test
    void saysWhatToCheckWhereNobodyAnswers() {
        assertThatThrownBy(() -> scan("sim:", List.of(57_600)))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("57600")
                .hasMessageContaining("power supply");
    }

    @Test
    void refusesASpeedThatTheMotorsDoNotHave() {
        assertThatThrownBy(() -> new ScanOptions("sim:", List.of(9600)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("9600")
                .hasMessageContaining("115200");
    }
}
