/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.Joining;
import dev.tendon.shell.Console;
import dev.tendon.shell.Keys;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands on what is pressed until it is closed, on a thread of its own. */
final class Keyboard implements AutoCloseable {
    private static final long LOOK_EVERY_NS = 20_000_000;

    private final Console console;
    private final Clock clock;
    private final Consumer<String> pressed;
    private final Thread thread;

    Keyboard(Console console, Clock clock, Consumer<String> pressed) {
        this.console = console;
        this.clock = clock;
        this.pressed = pressed;
        thread = new Thread(this::run, "tendon-keys");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (Keys keys = console.keys()) {
            while (true) {
                for (Optional<String> key = keys.poll(); key.isPresent(); key = keys.poll()) {
                    pressed.accept(key.get());
                }
                clock.sleepUntil(clock.nanoTime() + LOOK_EVERY_NS);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        Joining.all(List.of(thread));
    }
}
