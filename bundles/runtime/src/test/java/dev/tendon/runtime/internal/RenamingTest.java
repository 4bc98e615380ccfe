/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.option.ConfigException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamingTest {
    private static final Features OBSERVED = Features.of(
            Feature.scalar("a.pos", Units.DEGREES),
            Feature.image("front", 48, 64, 3),
            Feature.image("side", 48, 64, 3));

    @Test
    void givesAPictureAnotherNameAndLeavesItsSlot() {
        Features renamed = renamed(Map.of("observation.images.side", "observation.images.wrist", "front", "top"));

        assertThat(renamed.list()).extracting(Feature::name).containsExactly("a.pos", "top", "wrist");
        assertThat(renamed.list().get(2).shape()).containsExactly(48, 64, 3);
    }

    @Test
    void namesEveryPictureThatIsNotThere() {
        assertThatThrownBy(() -> renamed(Map.of("observation.images.up", "observation.images.top", "a.pos", "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("observation.images.up")
                .hasMessageContaining("observation.images.a.pos")
                .hasMessageContaining("[observation.images.front, observation.images.side]");
    }

    @Test
    void refusesTwoPicturesOfOneName() {
        assertThatThrownBy(() -> renamed(Map.of("front", "side")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"side\"");
    }

    private static Features renamed(Map<String, String> names) {
        return Renaming.of(names).apply(OBSERVED);
    }
}
