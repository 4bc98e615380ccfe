/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerbWordsTest {
    private static final List<String> NAMES =
            List.of("replay", "teleoperate", "info", "plugins install", "plugins list", "plugins uninstall");

    private static VerbWords match(String... args) {
        return VerbWords.match(NAMES, List.of(args));
    }

    private static String message(String... args) {
        return ((VerbWords.Unknown) match(args)).message();
    }

    @Test
    void findsAVerbAndLeavesItsOptions() {
        assertThat(match("replay", "--speed=0")).isEqualTo(new VerbWords.Found("replay", List.of("--speed=0")));
    }

    @Test
    void findsAVerbOfTwoWordsAndLeavesItsArguments() {
        assertThat(match("plugins", "install", "a.jar"))
                .isEqualTo(new VerbWords.Found("plugins install", List.of("a.jar")));
    }

    @Test
    void prefersTheLongerName() {
        assertThat(VerbWords.match(List.of("plugins", "plugins list"), List.of("plugins", "list")))
                .isEqualTo(new VerbWords.Found("plugins list", List.of()));
    }

    @Test
    void offersTheVerbsThatBeginWithAWord() {
        assertThat(match("plugins"))
                .isEqualTo(new VerbWords.Group(List.of("plugins install", "plugins list", "plugins uninstall")));
    }

    @Test
    void namesTheNearestVerb() {
        assertThat(message("repaly")).contains("\"repaly\"").contains("Did you mean replay?");
    }

    @Test
    void comparesASecondWordWithItsGroupOnly() {
        assertThat(message("plugins", "lsit", "x")).contains("\"plugins lsit\"").contains("Did you mean plugins list");
    }

    @Test
    void offersNothingOfAnotherGroup() {
        VerbWords unknown =
                VerbWords.match(List.of("plugins list", "plugins install", "plugs list"), List.of("plugins", "lsit"));

        assertThat(((VerbWords.Unknown) unknown).nearest()).containsExactly("plugins list");
    }

    @Test
    void listsAllVerbsWhereNoneIsNear() {
        assertThat(message("zzzzzz")).contains("replay, teleoperate").doesNotContain("Did you mean");
    }

    @Test
    void takesNoVerbBehindAnOption() {
        assertThat(message("--speed=0", "replay")).startsWith("The verbs are: ");
    }
}
