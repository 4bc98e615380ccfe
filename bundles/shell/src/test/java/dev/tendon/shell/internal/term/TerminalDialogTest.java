/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.Dialog;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.shell.internal.Screen;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class TerminalDialogTest {
    private static final TerminalInfo TERMINAL = new TerminalInfo(true, true, true, true, false, 80);

    private final Screen screen = new Screen();

    private Dialog dialog(String typed, TerminalInfo terminal) {
        return new TerminalConsole(screen.streams(typed), terminal, false, new SimulatedClock(0)).dialog();
    }

    @Test
    void asksOnStderrAndReturnsWhatIsTyped() {
        assertThat(dialog("yes \r\n", TERMINAL).ask("Move it now?", "")).isEqualTo("yes");
        assertThat(screen.err()).isEqualTo("Move it now?\n");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void takesALineForEachQuestion() {
        Dialog dialog = dialog("left\n\nlast", TERMINAL);

        assertThat(dialog.ask("1", "")).isEqualTo("left");
        assertThat(dialog.ask("2", "")).isEmpty();
        assertThat(dialog.ask("3", "")).isEqualTo("last");
    }

    @Test
    void readsUmlauts() {
        assertThat(dialog("Küche\n", TERMINAL).ask("Where?", "")).isEqualTo("Küche");
    }

    @Test
    void namesTheQuestionAndTheOptionWhereNobodyCanAnswer() {
        assertThatThrownBy(() -> dialog("yes\n", TerminalInfo.NONE).ask("Calibrate now? ", "--robot.id"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no terminal")
                .hasMessageContaining("or give --robot.id")
                .hasMessageEndingWith("The question: Calibrate now?");
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void asksForATerminalWhereNoOptionDecides() {
        assertThatThrownBy(() -> dialog("", TerminalInfo.NONE).ask("Sure?", ""))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Run it on a terminal. The");
    }

    @Test
    void saysThatTheInputEnded() {
        assertThatThrownBy(() -> dialog("", TERMINAL).ask("Sure?", "--yes"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the input ended")
                .hasMessageContaining("--yes");
    }

    @Test
    void endsAQuestionWhenTheUserInterrupts() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> dialog("", TERMINAL).ask("Sure?", "")).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void isInteractiveOnlyWhereQuestionsAreSeenAndAnswersTyped() {
        assertThat(dialog("", TERMINAL).interactive()).isTrue();
        assertThat(dialog("", new TerminalInfo(true, true, false, true, false, 80))
                        .interactive())
                .isFalse();
        assertThat(dialog("", new TerminalInfo(false, true, true, true, false, 80))
                        .interactive())
                .isFalse();
    }
}
