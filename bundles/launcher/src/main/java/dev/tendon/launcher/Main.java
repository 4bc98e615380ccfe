/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;

/** {@code tendon}: one process, one verb. */
public final class Main {
    private static final int EXIT_FAILURE = 1;
    private static final int EXIT_USAGE = 2;
    private static final long END_LIMIT_MS = 5000;

    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;
    private final Signals signals;

    private Main(Arguments arguments, PrintStream out, PrintStream err, Signals signals) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
        this.signals = signals;
    }

    /** Runs the verb and ends the JVM with its exit code. */
    public static void main(String[] args) {
        Signals signals = new Signals(Thread.currentThread(), System.err, Runtime.getRuntime()::halt);
        int exitCode = new Main(Arguments.of(args), System.out, System.err, signals).run();
        haltLater(exitCode);
        System.exit(exitCode);
    }

    /** A shutdown hook that hangs must not keep the process. */
    private static void haltLater(int exitCode) {
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(END_LIMIT_MS);
                        Runtime.getRuntime().halt(exitCode);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "tendon-end");
        thread.setDaemon(true);
        thread.start();
    }

    private int run() {
        if (arguments.wantsVersion()) {
            out.println("tendon " + Distribution.version());
            return 0;
        }
        try {
            Distribution distribution = Distribution.find();
            Home home = Home.find();
            try (Selection selection = Selection.of(distribution, home, this::warn)) {
                if (arguments.wantsHelp()) {
                    return Help.print(arguments, selection.jars());
                }
                return arguments.hasVerb() ? verb(distribution, home, selection) : usage(selection);
            }
        } catch (LaunchException e) {
            return fail(String.valueOf(e.getMessage()), e.getCause());
        } catch (IOException e) {
            return fail("cannot start: " + e, e);
        } catch (RuntimeException | LinkageError e) {
            return fail("internal error: " + e, e);
        }
    }

    private int usage(Selection selection) throws LaunchException, IOException {
        System.setOut(err); // nobody asked for this text, so it must not end up in a pipe
        try {
            Help.print(arguments, selection.jars());
        } finally {
            System.setOut(out);
        }
        return EXIT_USAGE;
    }

    private int verb(Distribution distribution, Home home, Selection selection) throws IOException {
        signals.watch();
        logging();
        int exitCode;
        HostFramework host = new HostFramework(distribution, home, selection, this::warn);
        try (host) {
            exitCode = verb(host);
        }
        return signals.exitCode().orElse(exitCode);
    }

    private int verb(HostFramework host) {
        try {
            host.start();
            ToIntFunction<String[]> main = host.main();
            return signals.arm() ? main.applyAsInt(arguments.toArray()) : EXIT_FAILURE;
        } catch (LaunchException e) {
            return fail(String.valueOf(e.getMessage()), e.getCause());
        } catch (BundleException e) {
            return fail("cannot start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            return EXIT_FAILURE; // by a signal, whose exit code goes first
        } catch (Throwable e) {
            return fail("internal error: " + e, e);
        } finally {
            signals.disarm();
            Thread.interrupted(); // a signal's interrupt ends here; stopping is not to be cut short by it
        }
    }

    /** SLF4J's simple binding, unless somebody set it up otherwise: plain lines on stderr. */
    private void logging() {
        Consumer<String[]> setUp = entry -> {
            String key = "org.slf4j.simpleLogger." + entry[0];
            if (System.getProperty(key) == null) {
                System.setProperty(key, entry[1]);
            }
        };
        setUp.accept(new String[] {"defaultLogLevel", arguments.debug() ? "debug" : "info"});
        setUp.accept(new String[] {"log.ai.djl", arguments.debug() ? "debug" : "warn"}); // chatty about itself
        setUp.accept(new String[] {"showThreadName", Boolean.toString(arguments.debug())});
        setUp.accept(new String[] {"showShortLogName", "true"});
    }

    private void warn(String text) {
        err.println("tendon: " + text);
    }

    private int fail(String text, @Nullable Throwable cause) {
        warn(text);
        if (cause != null && arguments.debug()) {
            cause.printStackTrace(err);
        }
        return EXIT_FAILURE;
    }
}
