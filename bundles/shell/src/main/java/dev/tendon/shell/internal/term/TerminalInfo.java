/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Which standard streams are a terminal, and what it can do.
 *
 * @param in whether stdin is one: somebody can answer
 * @param out whether stdout is one
 * @param err whether stderr is one
 * @param ansi whether it understands cursor movements
 * @param color whether colours are wanted; false too where stdout is no terminal
 * @param width columns
 */
public record TerminalInfo(boolean in, boolean out, boolean err, boolean ansi, boolean color, int width) {
    private static final int DEFAULT_WIDTH = 80;

    /** No terminal at all. */
    public static final TerminalInfo NONE = new TerminalInfo(false, false, false, false, false, DEFAULT_WIDTH);

    /** This process's. Asks {@code stty} for the width, a few milliseconds, only if there is a terminal. */
    public static TerminalInfo detect() {
        return of(System.getenv(), isTerminal(0), isTerminal(1), isTerminal(2), TerminalInfo::sttyWidth);
    }

    /**
     * What a terminal is by the environment's variables.
     *
     * @param measured asks the terminal for its width; 0 where it does not tell
     */
    static TerminalInfo of(Map<String, String> env, boolean in, boolean out, boolean err, IntSupplier measured) {
        boolean ansi = !"dumb".equals(env.getOrDefault("TERM", ""));
        boolean color = out && ansi && env.getOrDefault("NO_COLOR", "").isEmpty();
        return new TerminalInfo(in, out, err, ansi, color, out || err ? width(env, measured) : DEFAULT_WIDTH);
    }

    /**
     * Java 17 tells only whether stdin and stdout both are terminals, so that {@code | cat} would switch the progress bar off.
     * Linux has a link for each stream.
     */
    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd", String.valueOf(stream));
        try {
            if (Files.isSymbolicLink(link)) {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            }
        } catch (IOException e) {
            // not readable: ask Java
        }
        return consoleIsTerminal();
    }

    /** From Java 22 on there is a console object without a terminal, too, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull") // that is what isTerminal is asked for
    private static boolean consoleIsTerminal() {
        Object console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method method = Class.forName("java.io.Console").getMethod("isTerminal");
            return Boolean.TRUE.equals(method.invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static int width(Map<String, String> env, IntSupplier measured) {
        int columns = number(env.getOrDefault("COLUMNS", ""));
        int found = columns > 0 ? columns : measured.getAsInt();
        return found > 0 ? found : DEFAULT_WIDTH;
    }

    private static int sttyWidth() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return 0;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(200, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return 0;
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return number(size.substring(size.indexOf(' ') + 1));
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
