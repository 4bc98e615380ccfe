/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.runtime.Drive;
import dev.tendon.shell.session.DisplayMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordOptionsTest {
    private static final Optional<Chosen<TeleoperatorType<?>>> LEADER =
            Optional.of(new Chosen<>("so101_leader", Map.of()));
    private static final Optional<Chosen<PolicyType<?>>> POLICY = Optional.of(new Chosen<>("act", Map.of()));

    private static RecordOptions options(
            Optional<Chosen<TeleoperatorType<?>>> teleop,
            Optional<Chosen<PolicyType<?>>> policy,
            String name,
            boolean resume) {
        return new RecordOptions(
                new Chosen<>("so101_follower", Map.of()),
                teleop,
                policy,
                DatasetFolderTest.options(Optional.of(name), Optional.empty(), true),
                resume,
                Recover.ASK,
                Partial.KEEP,
                false,
                500,
                10,
                1,
                false,
                false,
                DisplayMode.BROWSER,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Test
    void isDrivenByATeleoperatorThatBeginsSoftlyOrByAPolicyThatNeedNot() {
        RecordOptions led = options(LEADER, Optional.empty(), "ann/cubes", false);
        assertThat(led.drive()).isInstanceOf(Drive.ByTeleoperator.class);
        assertThat(led.softStart()).isEqualTo(Duration.ofSeconds(1));
        RecordOptions decided = options(Optional.empty(), POLICY, "ann/eval_cubes", false);
        assertThat(decided.drive()).isEqualTo(new Drive.ByPolicy(POLICY.orElseThrow(), "task"));
        assertThat(decided.softStart()).isZero();
    }

    @Test
    void wantsOneDriverAndNotTwo() {
        assertThatThrownBy(() -> options(Optional.empty(), Optional.empty(), "ann/cubes", false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--teleop.type")
                .hasMessageContaining("--policy.path");
        assertThatThrownBy(() -> options(LEADER, POLICY, "ann/eval_cubes", false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("at once");
    }

    @Test
    void keepsWhatAPolicyDidApartByItsName() {
        assertThatThrownBy(() -> options(LEADER, Optional.empty(), "ann/eval_cubes", false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("eval_");
        assertThatThrownBy(() -> options(Optional.empty(), POLICY, "ann/cubes", false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("eval_cubes");
        assertThat(options(Optional.empty(), POLICY, "ann/rollout_cubes", false).policy())
                .isPresent();
    }
}
