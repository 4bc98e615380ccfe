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
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalConsoleTest {
    private static final TerminalInfo TERMINAL = new TerminalInfo(true, true, true, true, true, 80);

    private final Screen screen = new Screen();
    private final SimulatedClock clock = new SimulatedClock(0);

    private TerminalConsole console(boolean json, TerminalInfo terminal) {
        return new TerminalConsole(screen.streams(""), terminal, json, clock);
    }

    @Test
    void keepsResultsAndTheRestApart() {
        TerminalConsole console = console(false, TerminalInfo.NONE);
        console.out("result");
        console.err("by the way");

        assertThat(screen.out()).isEqualTo("result\n");
        assertThat(screen.err()).isEqualTo("by the way\n");
    }

    @Test
    void printsNoJsonWhereNobodyWantsIt() {
        TerminalConsole console = console(false, TerminalInfo.NONE);
        console.json(Map.of("a", 1));
        console.finish();

        assertThat(screen.out()).isEmpty();
    }

    @Test
    void printsTheLastResultOnlyAtTheEnd() {
        TerminalConsole console = console(true, TerminalInfo.NONE);
        console.out("for people");
        console.json(Map.of("first", 1));
        console.json(Map.of("second", 2));
        assertThat(screen.out()).isEmpty();
        console.finish();

        assertThat(screen.out()).isEqualTo("{\"second\":2}\n");
    }

    @Test
    void writesUtf8WhateverTheLocale() {
        console(false, TerminalInfo.NONE).out("26 µs → left");

        assertThat(screen.out()).isEqualTo("26 µs → left\n");
    }

    @Test
    void printsLinesAboveWhatIsShownLive() {
        TerminalConsole console = console(false, TERMINAL);
        console.live().show(List.of("tick 1", "joint 2"), "");
        console.err("exchanged");

        assertThat(screen.err())
                .endsWith("\u001b[2A\r\u001b[0J" + "exchanged\n" + "\u001b[2Ktick 1\n" + "\u001b[2Kjoint 2\n");
    }

    @Test
    void endsOneLiveBlockWhenTheNextBegins() {
        TerminalConsole console = console(false, TERMINAL);
        Live first = console.live();
        console.live().show(List.of("second"), "");
        first.show(List.of("first"), "");

        assertThat(screen.err()).contains("second").doesNotContain("first");
    }
}
