/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.SystemClock;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JSerialCommProviderTest {
    /** Opens a pseudo-terminal, says its name, and sends back what it gets, each byte plus one. */
    private static final String ECHO = "import os,pty,tty\n"
            + "m,s=pty.openpty()\n"
            + "tty.setraw(s)\n"
            + "print(os.ttyname(s),flush=True)\n"
            + "while True:\n"
            + "  os.write(m,bytes((b+1)&255 for b in os.read(m,4096)))\n";

    private final SystemClock clock = new SystemClock();
    private final JSerialCommProvider provider = new JSerialCommProvider();

    @Test
    void takesTheSpellingsOfThisKindOfPort() {
        assertThat(provider.accepts("/dev/ttyUSB0")).isTrue();
        assertThat(provider.accepts("com12")).isTrue();
        assertThat(provider.accepts("sim:")).isFalse();
        assertThat(provider.accepts("COMpost")).isFalse();
    }

    @Test
    void saysThatThereIsNoSuchPort() {
        assertThatThrownBy(() -> provider.open(new SerialRequest("/dev/no-such-tty", 1_000_000, ""), clock))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("/dev/no-such-tty");
    }

    @Test
    void readsAndWritesAPseudoTerminal() throws Exception {
        Process echo = echo();
        try (BufferedReader out = echo.inputReader(StandardCharsets.UTF_8)) {
            String name = out.readLine();
            assumeTrue(name != null && name.startsWith("/dev/"), "no pseudo-terminals here");
            SerialChannel channel = provider.open(new SerialRequest(name, 1_000_000, ""), clock);
            byte[] bytes = {(byte) 0xFF, 0, 3, 10, 13, 17};
            channel.write(bytes, 1, 5);
            assertThat(readAll(channel, 5)).containsExactly(1, 4, 11, 14, 18);

            long start = clock.nanoTime();
            assertThat(channel.read(new byte[1], 0, 1, start + 2_000_000)).isZero();
            assertThat(clock.nanoTime() - start).isBetween(2_000_000L, 500_000_000L);

            channel.baudRate(500_000);
            channel.close();
            assertThatThrownBy(() -> channel.write(bytes, 0, 1)).hasMessageContaining("closed");
        } finally {
            echo.destroyForcibly();
        }
    }

    @Test
    void saysThatThePortIsGone() throws Exception {
        Process echo = echo();
        try (BufferedReader out = echo.inputReader(StandardCharsets.UTF_8)) {
            String name = out.readLine();
            assumeTrue(name != null && name.startsWith("/dev/"), "no pseudo-terminals here");
            try (SerialChannel channel = provider.open(new SerialRequest(name, 1_000_000, ""), clock)) {
                echo.destroyForcibly().waitFor();
                assertThatThrownBy(() -> readAll(channel, 1))
                        .isInstanceOf(DeviceException.class)
                        .hasMessageContaining(name);
            }
        } finally {
            echo.destroyForcibly();
        }
    }

    private byte[] readAll(SerialChannel channel, int count) throws DeviceException {
        byte[] bytes = new byte[count];
        long deadline = clock.nanoTime() + 5_000_000_000L;
        for (int at = 0; at < count; ) {
            int read = channel.read(bytes, at, count - at, deadline);
            assertThat(read).as("bytes before the deadline").isPositive();
            at += read;
        }
        return bytes;
    }

    /** Java cannot make a pseudo-terminal; where Python is not there to do it, the test is skipped. */
    private static Process echo() {
        try {
            return new ProcessBuilder("python3", "-c", ECHO)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "python3 is needed to make a pseudo-terminal: " + e.getMessage());
            throw new AssertionError(e);
        }
    }
}
