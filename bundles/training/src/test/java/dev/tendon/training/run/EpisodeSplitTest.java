/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.EpisodeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpisodeSplitTest {
    /** Ten of three frames; of the second task are 1, 4 and 7. */
    private static final List<EpisodeInfo> EPISODES = episodes();

    private final List<String> notes = new ArrayList<>();

    private static List<EpisodeInfo> episodes() {
        List<EpisodeInfo> episodes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            episodes.add(new EpisodeInfo(i, 3L * i, 3L * i + 3, List.of(i % 3 == 1 ? "push" : "pull")));
        }
        return episodes;
    }

    @Test
    void withoutAWishAllAreLearntFrom() {
        EpisodeSplit split = split(Optional.empty(), List.of(), 0);

        assertThat(split.learnt()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(split.heldOut()).isEmpty();
    }

    @Test
    void theLastOfEachTaskAreHeldOut() {
        EpisodeSplit split = split(Optional.empty(), List.of(), 0.3);

        assertThat(split.heldOut()).containsExactly(6, 8, 9, 7);
        assertThat(split.learnt()).containsExactly(0, 2, 3, 5, 1, 4);
    }

    @Test
    void someAreWantedAndSomeOfThemAreNot() {
        EpisodeSplit split = split(Optional.of(List.of(5, 1, 2, 99)), List.of(2, -1), 0);

        assertThat(split.learnt()).containsExactly(5, 1);
        assertThat(notes).singleElement().asString().contains("[99, -1]");
    }

    @Test
    void whereNoneIsLeftThatIsSaid() {
        assertThatThrownBy(() -> split(Optional.of(List.of(1)), List.of(), 0.5))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--dataset.eval_split=0.5");
    }

    @Test
    void heldOutFramesAreAsManyOfEachTask() {
        EpisodeSplit split = split(Optional.empty(), List.of(), 0.3);

        assertThat(split.heldOutFrames(EPISODES, 0)).hasSize(12);
        assertThat(split.heldOutFrames(EPISODES, 8)).containsExactly(18, 19, 20, 24, 21, 22, 23);
        assertThat(split.heldOutFrames(EPISODES, 1)).containsExactly(18, 21);
    }

    private EpisodeSplit split(Optional<List<Integer>> wanted, List<Integer> excluded, double part) {
        return EpisodeSplit.of(EPISODES, wanted, excluded, part, notes::add);
    }
}
