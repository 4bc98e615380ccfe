/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolloutOptionsTest {
    private final Options given = new Options();

    @Test
    void runsAsManyTimesQuickerAsThereAreGoalsForAnAction() {
        given.multiplier = 3;
        LoopSettings loop = given.record().loop();
        assertThat(loop.fps()).isEqualTo(90);
        assertThat(loop.limit()).isEmpty();
        assertThat(((Drive.ByPolicy) given.record().drive()).multiplier()).isEqualTo(3);
    }

    @Test
    void goesBackInThreeSecondsUnlessToldNotTo() {
        assertThat(given.record().loop().wayBack()).isEqualTo(Duration.ofSeconds(3));
        given.goesBack = false;
        assertThat(given.record().loop().wayBack()).isZero();
    }

    @Test
    void endsAfterItsDuration() {
        given.duration = 2.5;
        assertThat(given.record().loop().limit()).contains(Duration.ofMillis(2500));
    }

    @Test
    void tellsThePolicyItsDeviceAndTheNewNames() {
        given.device = "cpu";
        given.renames = Map.of("observation.images.a", "observation.images.b");
        Drive.ByPolicy drive = (Drive.ByPolicy) given.record().drive();
        assertThat(drive.policy()).isEqualTo(new Chosen<>("act", Map.of("device", "cpu")));
        assertThat(drive.renames()).isEqualTo(given.renames);
        assertThat(drive.task()).isEqualTo("pick");
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        given.inference = InferenceType.RTC;
        given.fps = 0;
        given.multiplier = 0;
        given.duration = -1;
        given.interactive = true;
        assertThatThrownBy(given::record)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--inference.type=rtc")
                .hasMessageContaining("\"act\"")
                .hasMessageContaining("--fps")
                .hasMessageContaining("--interpolation_multiplier")
                .hasMessageContaining("--duration")
                .hasMessageContaining("--interactive");
    }

    @Test
    void refusesStrategiesByName() {
        for (StrategyType type : StrategyType.values()) {
            if (type != StrategyType.BASE) {
                assertThatThrownBy(() -> new StrategyOptions(type))
                        .isInstanceOf(ConfigException.class)
                        .hasMessageContaining("--strategy.type=" + type.name().toLowerCase(Locale.ROOT))
                        .hasMessageContaining("tendon record --policy.path");
            }
        }
    }
}
