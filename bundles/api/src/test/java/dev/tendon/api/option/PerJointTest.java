/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PerJointTest {
    @Test
    void oneNumberHoldsForEveryJoint() {
        assertThat(new PerJoint.Same(5).of("gripper")).isEqualTo(5);
    }

    @Test
    void aMapMustNameTheJoint() {
        PerJoint map = new PerJoint.ByName(Map.of("gripper", 20.0));
        assertThat(map.of("gripper")).isEqualTo(20);
        assertThatThrownBy(() -> map.of("elbow_flex"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("elbow_flex")
                .hasMessageContaining("gripper");
    }
}
