/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.SimulatedClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalWatchTest {
    private static final TerminalInfo TERMINAL = new TerminalInfo(true, true, true, true, false, 80);
    private static final String UP_TWO = "\u001b[2A";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SimulatedClock clock = new SimulatedClock(0);
    private final Keys keys = new Keys();
    private int reads;

    private TerminalConsole console(InputStream in, TerminalInfo terminal) {
        PrintStream stderr = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new TerminalConsole(new Streams(in, stderr, stderr), terminal, false, clock);
    }

    private TerminalConsole console(TerminalInfo terminal) {
        return console(keys, terminal);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A keyboard. */
    private static final class Keys extends InputStream {
        private final BlockingQueue<Integer> typed = new LinkedBlockingQueue<>();

        @Override
        public int read() throws IOException {
            try {
                return typed.take();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }

    private void type(String text) {
        text.chars().forEach(keys.typed::add);
    }

    /** A table of a line that counts reads, each of which takes a time; ENTER comes with the third. */
    private List<String> table(long takesMs) {
        reads++;
        try {
            clock.sleepUntil(clock.nanoTime() + takesMs * 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (reads == 3) {
            type("\n");
        }
        return List.of("read " + reads);
    }

    @AfterEach
    @SuppressWarnings("ReturnValueIgnored") // the next test's thread is this one
    void forgetAnInterrupt() {
        Thread.interrupted();
    }

    @Test
    void readsOnAndRedrawsUntilEnter() throws Exception {
        console(TERMINAL).dialog().watch("Move all joints", () -> table(100), "");
        assertThat(shown()).contains("Move all joints", "read 1", "read 2", "read 3");
        assertThat(reads).isGreaterThanOrEqualTo(3);
    }

    @Test
    void redrawsNoFasterThanTenTimesASecondButReadsOn() throws Exception {
        console(TERMINAL).dialog().watch("Move", () -> table(1), "");
        assertThat(reads).isGreaterThanOrEqualTo(3);
        assertThat(shown()).contains("read 1").doesNotContain("read 2\n");
    }

    @Test
    void drawsTheLastStateOverTheLineThatEnterBegan() throws Exception {
        console(TERMINAL).dialog().watch("Move", () -> table(1), "");
        String last = shown().substring(shown().lastIndexOf(UP_TWO));
        assertThat(last).contains("read " + reads);
    }

    @Test
    void takesTheLineThatEndedItOutOfTheNextAnswer() throws Exception {
        TerminalConsole console = console(TERMINAL);
        console.dialog().watch("Move", () -> table(1), "");
        type("c\n");
        assertThat(console.dialog().ask("Which?", "")).isEqualTo("c");
    }

    @Test
    void refusesWithoutATerminalAndNamesTheOption() throws Exception {
        TerminalConsole console = console(TerminalInfo.NONE);
        assertThatThrownBy(() -> console.dialog().watch("Move all joints", () -> table(1), "--robot.calibrate=false"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Move all joints")
                .hasMessageContaining("--robot.calibrate=false");
        assertThat(reads).isZero();
    }

    @Test
    void refusesWhereTheInputEnds() {
        TerminalConsole console = console(InputStream.nullInputStream(), TERMINAL);
        assertThatThrownBy(() -> console.dialog().watch("Move", () -> List.of("row"), ""))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the input ended");
    }

    @Test
    void endsWithTheInterruptAndKeepsIt() throws Exception {
        TerminalConsole console = console(TERMINAL);
        assertThatThrownBy(() -> console.dialog()
                        .watch(
                                "Move",
                                () -> {
                                    Thread.currentThread().interrupt();
                                    return List.of("row");
                                },
                                ""))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void passesOnWhatTheDeviceThrew() throws Exception {
        TerminalConsole console = console(TERMINAL);
        assertThatThrownBy(() -> console.dialog()
                        .watch(
                                "Move",
                                () -> {
                                    throw new DeviceException("motor 3 gave no answer");
                                },
                                ""))
                .isInstanceOf(DeviceException.class)
                .hasMessage("motor 3 gave no answer");
    }
}
