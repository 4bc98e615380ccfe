/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JointExtremesTest {
    private static final Duration WARM_UP = Duration.ofSeconds(1);

    private final JointExtremes extremes =
            new JointExtremes(List.of("a.pos", "b.pos"), Map.of("a.pos", "deg"), WARM_UP);

    private void see(long tick, double seconds, double a, double b) {
        SessionSnapshot.Figures figures = new SessionSnapshot.Figures(
                tick, 7_000_000_000L + Math.round(seconds * 1e9), 30, 0, 0, 0, new LoopCounters(0, 0, 0, 0, 0, 0));
        extremes.take(SessionSnapshot.of(figures, new double[] {a, b}, new double[0], new double[0]));
    }

    @Test
    void notesTheSmallestAndTheLargestValueAfterTheWarmUp() {
        see(0, 0, -100, 100);
        see(10, 1.0, 5, 1);
        see(11, 1.1, -20, 2);
        see(12, 1.2, 30, 3);
        assertThat(extremes.samples()).isEqualTo(3);
        assertThat(extremes.json())
                .containsEntry("a.pos", Map.of("min", -20.0, "max", 30.0, "unit", "deg"))
                .containsEntry("b.pos", Map.of("min", 1.0, "max", 3.0, "unit", ""));
    }

    @Test
    void notesNothingDuringTheWarmUp() {
        see(0, 0, -100, 100);
        see(29, 0.99, 50, 50);
        assertThat(extremes.recording()).isFalse();
        assertThat(extremes.json()).isEmpty();
    }

    @Test
    void countsATickOnce() {
        see(0, 0, 0, 0);
        see(30, 1.0, 1, 1);
        see(30, 1.0, 1, 1);
        assertThat(extremes.samples()).isEqualTo(1);
    }

    @Test
    void doesNotCountValuesThatAreNotKnown() {
        see(0, 0, 0, 0);
        see(30, 1.0, Double.NaN, 2);
        assertThat(extremes.json()).containsOnlyKeys("b.pos");
        assertThat(extremes.lines()).anyMatch(line -> line.contains("a.pos") && line.contains("–"));
    }

    @Test
    void refusesAModelOfTheArmAndSaysWhatToDo() {
        assertThatThrownBy(() -> new FindJointLimitsOptions(
                        new Chosen<>("so101_follower", Map.of()),
                        new Chosen<>("so101_leader", Map.of()),
                        30,
                        5,
                        30,
                        500,
                        Optional.of("so101.urdf"),
                        Optional.empty()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--urdf_path")
                .hasMessageContaining("Leave it out");
    }
}
