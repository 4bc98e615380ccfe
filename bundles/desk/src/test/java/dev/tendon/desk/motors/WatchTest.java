/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.feetech.Sts3215;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    Path home;

    private Rig rig;

    @BeforeEach
    void setUp() {
        rig = new Rig(home);
    }

    private int watch(List<Integer> ids, double seconds) throws Exception {
        return new WatchVerb(rig.ports, rig.clock)
                .run(new WatchOptions("sim:", ids, 1_000_000, Optional.of(seconds)), rig.console);
    }

    @Test
    void showsEveryMotorTwentyTimesASecond() throws Exception {
        assertThat(watch(List.of(), 1)).isZero();
        assertThat(rig.console.shown).hasSizeBetween(15, 20);
        assertThat(rig.console.shown.get(0)).hasSize(7).last().asString().contains("6", "step", " V", "°C", "no fault");
        assertThat(rig.console.json)
                .extractingByKey("motors", InstanceOfAssertFactories.list(Map.class))
                .hasSize(6)
                .first(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsKeys("position_step", "current_ma", "temperature_c")
                .containsEntry("answers", true);
    }

    @Test
    void endsWithTheInterruptAndStillGivesTheResult() throws Exception {
        Thread.currentThread().interrupt();
        assertThat(watch(List.of(1), 100)).isEqualTo(130);
        assertThat(rig.console.json).containsKey("motors");
    }

    @Test
    void marksAMotorThatIsSilentAndReadsTheOthers() throws Exception {
        try (DeskBus bus = DeskBus.open(rig.ports, "sim:?ids=1,3", 1_000_000, "test", rig.clock, rig.console)) {
            MotorTable table = new MotorTable(new int[] {1, 2, 3});
            table.read(bus);
            assertThat(table.lines().get(2)).contains("2", "no answer");
            assertThat(table.lines().get(3)).contains("step");
            assertThat(table.summary(1)).contains("motor 2 was silent in 1");
            int position = bus.value(3, Sts3215.PRESENT_POSITION);
            assertThat(table.line()).contains("2: no answer", "3: " + position);
        }
    }
}
