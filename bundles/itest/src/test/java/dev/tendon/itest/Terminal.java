/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A command of the distribution in a process of its own, as typed in a terminal; what it printed, by stream. */
final class Terminal implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    private final String command;
    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final Thread outReader;
    private final Thread errReader;

    private Terminal(String command, Process process) {
        this.command = command;
        this.process = process;
        outReader = collect(process.getInputStream(), out);
        errReader = collect(process.getErrorStream(), err);
    }

    /** Types a command; standard input is empty. */
    static Terminal type(Path home, String... arguments) throws IOException {
        return typeInto(home, "", arguments);
    }

    /** Types a command, and then {@code input} into it. */
    static Terminal typeInto(Path home, String input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(TendonHost.distribution().resolve("bin/tendon").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TENDON_HOME", home.toString());
        builder.environment().put("HF_LEROBOT_HOME", home.resolve("lerobot").toString());
        Process process = builder.start();
        try (OutputStream keyboard = process.getOutputStream()) {
            keyboard.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return new Terminal("tendon " + String.join(" ", arguments), process);
    }

    private static Thread collect(InputStream stream, List<String> lines) {
        Thread thread = new Thread(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.start();
        return thread;
    }

    /** Waits until stderr has a line with {@code text}. */
    void untilErr(String text) throws InterruptedException {
        Clock clock = new SystemClock();
        long endNs = clock.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (err.stream().noneMatch(line -> line.contains(text))) {
            if (clock.nanoTime() - endNs > 0 || !process.isAlive()) {
                throw new AssertionError("No \"" + text + "\" in " + this);
            }
            clock.sleepUntil(clock.nanoTime() + 10_000_000);
        }
    }

    /** Presses Ctrl-C, or sends another signal by name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for its end; the exit code. */
    int exitCode() throws InterruptedException {
        return exitCode(PATIENCE_S);
    }

    /** Waits for its end, no longer than so many seconds; the exit code. */
    int exitCode(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Did not end in " + seconds + " s: " + this);
        }
        outReader.join();
        errReader.join();
        return process.exitValue();
    }

    /** Lines on stdout so far. */
    List<String> out() {
        return out;
    }

    /** Lines on stderr so far. */
    List<String> err() {
        return err;
    }

    @Override
    public String toString() {
        return command + "\nstdout:\n" + String.join("\n", out) + "\nstderr:\n" + String.join("\n", err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
