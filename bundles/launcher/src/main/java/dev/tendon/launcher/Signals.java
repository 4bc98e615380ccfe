/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher;

import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * Ctrl-C and its like. The first one interrupts the verb, which ends safe; the second one says that this is under way; the third
 * one ends the process at once. Thread: any.
 */
final class Signals {
    /** By POSIX: hang-up (the terminal was closed), interrupt, terminate. */
    private static final String[] NAMES = {"HUP", "INT", "TERM"};

    private static final int EXIT_BASE = 128;

    /**
     * The system property that is there from the first signal on. An interrupt alone can be lost: Declarative Services swallows those
     * that come while a component starts.
     */
    private static final String STOPPING = "tendon.stopping";

    private final Thread verb;
    private final PrintStream err;
    private final IntConsumer halt;

    private int received;
    private int exitCode;
    private boolean armed;

    /**
     * Watches nothing yet.
     *
     * @param verb the thread to interrupt
     * @param halt ends the process at once, with an exit code
     */
    Signals(Thread verb, PrintStream err, IntConsumer halt) {
        this.verb = verb;
        this.err = err;
        this.halt = halt;
    }

    /**
     * From now on this process takes signals in this way. By reflection: {@code sun.misc.Signal}, the one API that tells
     * signals, is exported by {@code jdk.unsupported}, but the compiler warns of it in a way that cannot be switched off.
     */
    void watch() {
        for (String name : NAMES) {
            try {
                watch(name);
            } catch (InvocationTargetException e) {
                // this system does not have it, or the JVM was told to leave it alone (-Xrs)
            } catch (ReflectiveOperationException e) {
                err.println("tendon: this Java tells no signals (" + e + "); Ctrl-C ends it at once.");
                return;
            }
        }
    }

    private void watch(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object instance = signal.getConstructor(String.class).newInstance(name);
        int number = (Integer) signal.getMethod("getNumber").invoke(instance);
        InvocationHandler receiver = (proxy, method, arguments) -> {
            return switch (method.getName()) {
                case "handle" -> {
                    receive(number);
                    yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "tendon's handler of SIG" + name;
            };
        };
        signal.getMethod("handle", signal, handler)
                .invoke(
                        null,
                        instance,
                        Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, receiver));
    }

    synchronized void receive(int number) {
        received++;
        if (received == 1) {
            exitCode = EXIT_BASE + number;
            System.setProperty(STOPPING, Integer.toString(number));
            if (armed) {
                verb.interrupt();
            }
        } else if (received == 2) {
            err.println(
                    "tendon: still stopping safely. Once more ends it at once, and motors may be left as they are.");
        } else {
            halt.accept(EXIT_BASE + number);
        }
    }

    /** Whether the verb may begin, which is interrupted by signals from now on; not so where one came before. */
    synchronized boolean arm() {
        armed = received == 0;
        return armed;
    }

    /** The verb has ended; its thread is not interrupted any more. */
    synchronized void disarm() {
        armed = false;
    }

    /** The exit code that the first signal demands; empty if there was none. */
    synchronized OptionalInt exitCode() {
        return received == 0 ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }
}
