/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void countsInsertionsDeletionsReplacementsAndSwapsOfNeighbours() {
        assertThat(Nearest.distance("replay", "replay")).isZero();
        assertThat(Nearest.distance("rplay", "replay")).isOne();
        assertThat(Nearest.distance("replaay", "replay")).isOne();
        assertThat(Nearest.distance("reploy", "replay")).isOne();
        assertThat(Nearest.distance("repaly", "replay")).isOne();
        assertThat(Nearest.distance("", "info")).isEqualTo(4);
    }

    @Test
    void takesWordsThatBeginAsTyped() {
        assertThat(Nearest.of("tele", List.of("teleoperate", "replay"))).containsExactly("teleoperate");
    }

    @Test
    void putsTheNearestFirstAndEqualOnesByName() {
        assertThat(Nearest.of("list", List.of("lust", "lost", "list"))).containsExactly("list", "lost", "lust");
    }

    @Test
    void namesThreeAtMost() {
        assertThat(Nearest.of("ab", List.of("ab1", "ab2", "ab3", "ab4"))).hasSize(3);
    }

    @Test
    void findsNothingInWhatIsFarAway() {
        assertThat(Nearest.of("calibrate", List.of("info", "choices"))).isEmpty();
    }
}
