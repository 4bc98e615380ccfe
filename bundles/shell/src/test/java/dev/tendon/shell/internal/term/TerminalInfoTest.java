/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalInfoTest {
    private static TerminalInfo onTerminal(Map<String, String> env) {
        return TerminalInfo.of(env, true, true, true, () -> 132);
    }

    @Test
    void colorsOnATerminal() {
        assertThat(onTerminal(Map.of("TERM", "xterm")).color()).isTrue();
    }

    @Test
    void doesNotColorWhatGoesIntoAPipe() {
        TerminalInfo piped = TerminalInfo.of(Map.of("TERM", "xterm"), true, false, true, () -> 132);

        assertThat(piped.color()).isFalse();
        assertThat(piped.ansi()).isTrue();
    }

    @Test
    void doesNotColorWhereTheUserObjects() {
        assertThat(onTerminal(Map.of("NO_COLOR", "1")).color()).isFalse();
        assertThat(onTerminal(Map.of("NO_COLOR", "")).color()).isTrue();
    }

    @Test
    void neitherColorsNorMovesOnADumbTerminal() {
        TerminalInfo dumb = onTerminal(Map.of("TERM", "dumb"));

        assertThat(dumb.color()).isFalse();
        assertThat(dumb.ansi()).isFalse();
    }

    @Test
    void prefersTheWidthThatTheUserSays() {
        assertThat(onTerminal(Map.of("COLUMNS", "60")).width()).isEqualTo(60);
        assertThat(onTerminal(Map.of("COLUMNS", "wide")).width()).isEqualTo(132);
    }

    @Test
    void takes80ColumnsWhereNothingIsShownOrNothingIsKnown() {
        assertThat(TerminalInfo.of(Map.of("COLUMNS", "60"), true, false, false, () -> 132)
                        .width())
                .isEqualTo(80);
        assertThat(TerminalInfo.of(Map.of(), true, true, true, () -> 0).width()).isEqualTo(80);
    }
}
