/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command of the host in this container, run in a thread of its own as the launcher would; what it prints, and its exit code. */
final class Typed implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream formerOut = System.out;
    private final PrintStream formerErr = System.err;
    private final FutureTask<Integer> run;
    private final Thread thread;

    /** One at a time: it takes the process's streams. */
    Typed(ToIntFunction<String[]> main, List<String> arguments) {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        run = new FutureTask<>(() -> main.applyAsInt(arguments.toArray(String[]::new)));
        thread = new Thread(run, "itest-typed");
        thread.start();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    boolean over() {
        return run.isDone();
    }

    /** Presses Ctrl-C, as the launcher takes it. */
    void interrupt() {
        thread.interrupt();
    }

    /** Waits for its end. */
    int exitCode() throws Exception {
        return run.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** A number of its JSON. */
    double number(String key) {
        Matcher matcher =
                Pattern.compile("\"" + key + "\"\\s*:\\s*([-0-9.eE]+)").matcher(out());
        if (!matcher.find()) {
            throw new AssertionError("No " + key + " in " + out());
        }
        return Double.parseDouble(matcher.group(1));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            System.setOut(formerOut);
            System.setErr(formerErr);
        }
    }
}
