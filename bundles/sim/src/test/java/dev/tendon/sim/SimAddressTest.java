/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
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
}
