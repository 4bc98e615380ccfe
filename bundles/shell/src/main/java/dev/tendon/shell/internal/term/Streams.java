/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The three standard streams. This is the one class that touches the process's own; text is UTF-8 whatever the locale, since
 * JSON must be.
 */
public record Streams(InputStream in, PrintStream out, PrintStream err) {
    /** Those of the calling thread: the process's, or in the interactive shell those of the command, which may be in a pipe. */
    public static Streams current() {
        return new Streams(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /**
     * Gives {@code line} each line that others write to the process's stderr, such as logs, until the answer is run. Leaves stderr alone
     * where somebody, as Gogo does, has put a stream of their own there.
     */
    static Runnable divertErr(Consumer<String> line) {
        PrintStream before = System.err;
        if (before.getClass() != PrintStream.class) {
            return () -> {};
        }
        PrintStream diverted = new PrintStream(new LineSink(line), true, StandardCharsets.UTF_8);
        System.setErr(diverted);
        return () -> {
            if (System.err == diverted) {
                diverted.flush();
                System.setErr(before);
            }
        };
    }

    /** The process's own, also where somebody has put others into {@code System.out}, as Gogo does. */
    public static Streams process() {
        return new Streams(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
}
