/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "maxRelativeTarget, max_relative_target",
        "teleopTimeS, teleop_time_s",
        "positionPCoefficient, position_p_coefficient",
        "private_, private",
        "n_obs_steps, n_obs_steps",
        "useHTTPProxy, use_http_proxy",
        "rgbD2, rgb_d2",
        "x, x"
    })
    void spellsJavaNamesInSnakeCase(String java, String snake) {
        assertThat(Names.snake(java)).isEqualTo(snake);
    }

    @Test
    void findsTheNearestNamesFirstAndThreeAtMost() {
        List<String> known =
                List.of("robot.port", "robot.id", "fps", "dataset.root", "robot.sort", "robot.part", "robot.pert");

        assertThat(Names.nearest("robot.prot", known)).hasSize(3).first().isEqualTo("robot.port");
        assertThat(Names.nearest("robt.port", known)).first().isEqualTo("robot.port");
        assertThat(Names.nearest("root", known)).containsExactly("dataset.root");
        assertThat(Names.nearest("completely_else", known)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', abc, 3", "port, prot, 1", "kitten, sitting, 3", "same, same, 0"})
    void countsChangesAndSwaps(String a, String b, int distance) {
        assertThat(Names.distance(a, b)).isEqualTo(distance);
    }

    @Test
    void namesARegistryByItsInterface() {
        assertThat(RecordShape.registry("dev.tendon.api.robot.RobotType")).isEqualTo("robot");
        assertThat(RecordShape.registry("a.Outer$TeleoperatorType")).isEqualTo("teleoperator");
    }
}
