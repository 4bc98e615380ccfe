/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A context class loader that new threads inherit, and are told by. It loads what its parent loads. */
final class Marker extends ClassLoader {
    private static final long LOOK_EVERY_NS = 10_000_000;

    private final Thread owner = Thread.currentThread();

    Marker(@Nullable ClassLoader parent) {
        super(parent);
    }

    /** Threads that were started under this and still live. */
    List<Thread> living() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread != owner && thread.isAlive() && thread.getContextClassLoader() == this)
                .toList();
    }

    /** As {@link #living}, after the time that they get to end. */
    List<Thread> livingAfter(Duration grace) throws InterruptedException {
        Clock clock = new SystemClock();
        long endNs = clock.nanoTime() + grace.toNanos();
        List<Thread> living = living();
        while (!living.isEmpty() && clock.nanoTime() - endNs < 0) {
            clock.sleepUntil(clock.nanoTime() + LOOK_EVERY_NS);
            living = living();
        }
        return living;
    }
}
