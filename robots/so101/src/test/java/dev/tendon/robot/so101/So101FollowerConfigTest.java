/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.PerJoint;
import dev.tendon.motors.CalibrationMismatch;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class So101FollowerConfigTest {
    @Test
    void namesEveryMistakeAtOnce() {
        assertThatThrownBy(() -> config("", 255, Optional.of(new PerJoint.Same(0))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("port")
                .hasMessageContaining("position_p_coefficient is 255, but must be 0 to 254")
                .hasMessageContaining("max_relative_target is 0.0");
    }

    @Test
    void aLimitByJointMustNameEachJoint() {
        assertThatThrownBy(() -> config("sim:", 16, Optional.of(new PerJoint.ByName(Map.of("elbow", 5.0)))))
                .hasMessageContaining("elbow")
                .hasMessageContaining("shoulder_pan, shoulder_lift, elbow_flex");
        Map<String, Double> all = SoArm.JOINTS.names().stream().collect(Collectors.toMap(name -> name, name -> 5.0));
        assertThatCode(() -> config("sim:", 16, Optional.of(new PerJoint.ByName(all))))
                .doesNotThrowAnyException();
    }

    private static So101FollowerConfig config(String port, int p, Optional<PerJoint> limit) {
        return new So101FollowerConfig(
                port,
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                limit,
                p,
                0,
                32,
                2,
                CalibrationMismatch.ASK,
                Map.of());
    }
}
