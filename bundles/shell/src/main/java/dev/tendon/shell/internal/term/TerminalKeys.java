/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import dev.tendon.api.time.Clock;
import dev.tendon.shell.Keys;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keys from stdin. A terminal is switched by {@code stty} to give each key at once, without echo; Ctrl-C and Ctrl-Z stay what they are.
 * It is switched back when this is closed or the process ends. Reads only what is there already, so that no byte is taken from whoever
 * reads next. Thread: its creator's.
 */
final class TerminalKeys implements Keys {
    private static final long PATIENCE_MS = 500;

    private final InputStream in;
    private final Clock clock;
    private final KeyReader reader = new KeyReader();
    private final Optional<String> former;
    private final Thread hook;
    private boolean closed;

    private TerminalKeys(InputStream in, Clock clock, Optional<String> former) {
        this.in = in;
        this.clock = clock;
        this.former = former;
        hook = new Thread(this::restore, "tendon-terminal");
        if (former.isPresent()) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    static Keys open(InputStream in, boolean terminal, Clock clock) {
        Optional<String> former = terminal ? stty("-g") : Optional.empty();
        if (former.isPresent()) {
            stty("-icanon", "-echo", "min", "1", "time", "0");
        }
        return new TerminalKeys(in, clock, former);
    }

    @Override
    public Optional<String> poll() {
        try {
            while (!closed && in.available() > 0) {
                reader.typed(in.read(), clock.nanoTime());
            }
        } catch (IOException e) {
            closed = true; // no more keys from there
        }
        return reader.poll(clock.nanoTime());
    }

    private void restore() {
        former.ifPresent(TerminalKeys::stty);
    }

    @Override
    public void close() {
        closed = true;
        if (former.isPresent() && unhooked()) {
            restore();
        }
    }

    /** Whether the process goes on, so that it is restored here. */
    private boolean unhooked() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false; // it is ending, and the hook does it
        }
    }

    /** What {@code stty} answers about this terminal; empty where there is no such command or no terminal. */
    private static Optional<String> stty(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "stty";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return Optional.empty();
        }
        try {
            Process stty = new ProcessBuilder(command)
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return stty.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
