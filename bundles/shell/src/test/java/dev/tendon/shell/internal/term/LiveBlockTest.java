/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.time.SimulatedClock;
import dev.tendon.shell.Live;
import dev.tendon.shell.internal.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveBlockTest {
    private static final long MS = 1_000_000L;
    private static final TerminalInfo TERMINAL = new TerminalInfo(true, true, true, true, false, 20);

    private final Screen screen = new Screen();
    private final SimulatedClock clock = new SimulatedClock(-5_000 * MS);

    private Live live(TerminalInfo terminal) {
        return new TerminalConsole(screen.streams(""), terminal, false, clock).live();
    }

    private long drawings(String text) {
        return screen.errLines().stream().filter(line -> line.endsWith(text)).count();
    }

    @Test
    void redrawsATerminalTenTimesASecondAtMost() {
        Live live = live(TERMINAL);
        for (int i = 0; i < 200; i++) { // two seconds at 100 Hz
            live.show(List.of("tick"), "");
            clock.advance(10 * MS);
        }

        assertThat(drawings("tick")).isEqualTo(20);
    }

    @Test
    void drawsOverTheBlockBefore() {
        Live live = live(TERMINAL);
        live.show(List.of("a 1", "b 1"), "");
        clock.advance(100 * MS);
        live.show(List.of("a 2", "b 2"), "");

        assertThat(screen.err()).isEqualTo("\u001b[2Ka 1\n\u001b[2Kb 1\n" + "\u001b[2A\r\u001b[2Ka 2\n\u001b[2Kb 2\n");
    }

    @Test
    void erasesWhatALongerBlockLeaves() {
        Live live = live(TERMINAL);
        live.show(List.of("a", "b"), "");
        clock.advance(100 * MS);
        live.show(List.of("c"), "");

        assertThat(screen.err()).endsWith("\u001b[2A\r\u001b[2Kc\n\u001b[0J");
    }

    @Test
    void cutsLinesThatAreTooLong() {
        live(TERMINAL).show(List.of("0123456789012345678901234567890"), "");

        assertThat(screen.err()).isEqualTo("\u001b[2K0123456789012345678\n");
    }

    @Test
    void leavesTheNewestStateThoughItCameTooSoonToBeDrawn() {
        Live live = live(TERMINAL);
        live.show(List.of("99 %"), "");
        live.show(List.of("100 %"), "");
        live.close();

        assertThat(screen.err()).endsWith("100 %\n");
    }

    @Test
    void showsNothingOnceClosed() {
        Live live = live(TERMINAL);
        live.close();
        live.show(List.of("late"), "late");
        live.close();

        assertThat(screen.err()).isEmpty();
    }

    @Test
    void printsALineAfterOneSecondAndThenEveryTenWithoutATerminal() {
        Live live = live(TerminalInfo.NONE);
        for (int second = 0; second <= 22; second++) {
            live.show(List.of("block"), "second " + second);
            clock.advance(1000 * MS);
        }

        assertThat(screen.errLines()).containsExactly("second 1", "second 11", "second 21");
    }

    @Test
    void printsNoEmptyLineWithoutATerminal() {
        Live live = live(TerminalInfo.NONE);
        clock.advance(2000 * MS);
        live.show(List.of("block"), "");

        assertThat(screen.err()).isEmpty();
    }

    @Test
    void movesNoCursorOnADumbTerminal() {
        Live live = live(new TerminalInfo(true, true, true, false, false, 80));
        clock.advance(1000 * MS);
        live.show(List.of("block"), "a line");

        assertThat(screen.err()).isEqualTo("a line\n");
    }

    @Test
    void drawsABarOfWhatIsDone() {
        live(new TerminalInfo(true, true, true, true, false, 80)).progress("Replaying", 1, 2);

        assertThat(screen.err()).contains("Replaying " + "█".repeat(15) + "░".repeat(15) + "  50 % (1 of 2)");
    }

    @Test
    void countsWhereTheWholeIsNotKnown() {
        live(TERMINAL).progress("Copied", 7, 0);

        assertThat(screen.err()).isEqualTo("\u001b[2KCopied 7\n");
    }
}
