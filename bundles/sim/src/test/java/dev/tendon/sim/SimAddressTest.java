/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimAddressTest {
    @Test
    void aBareAddressIsANewCalibratedArm() {
        SimAddress address = SimAddress.parse("sim:");

        assertThat(address.name()).isEmpty();
        assertThat(address.motors().calibrated()).isTrue();
        assertThat(address.motors().has(6)).isTrue();
    }

    @Test
    void readsNameAndKeys() {
        SimAddress address = SimAddress.parse("sim:left-2?calibrated=false&ids=1,2,4&model=2:2825&motion=false");

        assertThat(address.name()).contains("left-2");
        assertThat(address.motors().calibrated()).isFalse();
        assertThat(address.motion().kind()).isEqualTo(MotionChoice.Kind.STILL);
        assertThat(address.motors().ids()).isEqualTo(List.of(1, 2, 4));
        assertThat(address.motors().has(3)).isFalse();
        assertThat(address.motors().models()).isEqualTo(Map.of(2, 2825));
    }

    @Test
    void answersAnUnknownKeyWithTheNearest() {
        assertThatThrownBy(() -> SimAddress.parse("sim:?callibrated=false"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"callibrated\"")
                .hasMessageContaining("nearest: calibrated");
    }

    @Test
    void namesEveryMistakeAtOnce() {
        assertThatThrownBy(() -> SimAddress.parse("sim:../etc?calibrated=maybe&ids=1,x&model=777"))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.problems()).hasSize(4));
    }

    @Test
    void readsTimingMotionAndFaults() {
        SimAddress address =
                SimAddress.parse("sim:?timing=wire&motion=script:a/b.csv&seed=9&drop=0.01&unplug_s=2.5&replug_s=1"
                        + "&missing=elbow_flex,6&connected=gripper&fresh=true");

        assertThat(address.wireTiming()).isTrue();
        assertThat(address.motion()).isEqualTo(MotionChoice.script(Path.of("a/b.csv")));
        assertThat(address.faults().seed()).isEqualTo(9);
        assertThat(address.faults().faults().dropped()).isEqualTo(0.01);
        assertThat(address.faults().plug()).isEqualTo(new PlugPlan(2_500_000_000L, -1, 1_000_000_000));
        assertThat(address.motors().connected().id()).isEqualTo(6);
        assertThat(address.motors().held(3)).isEqualTo(1);
        assertThat(address.motors().calibrated()).isFalse();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> SimAddress.parse("sim:?timing=slow&motion=dance&drop=1.5&overload=7&replug_s=1"))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.problems()).hasSize(5));
    }
}
