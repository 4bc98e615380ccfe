/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.Joining;
import dev.tendon.runtime.Session;
import dev.tendon.shell.Console;
import java.util.List;

/**
 * Looks at a running session several times a tick, so that it misses none, from a thread of its own; the control thread is
 * not involved. Owner thread: its creator's, which closes it.
 */
final class ExtremesSampler implements AutoCloseable {
    private static final int LOOKS_PER_TICK = 4;

    private final Session session;
    private final JointExtremes extremes;
    private final Console console;
    private final Clock clock;
    private final long periodNs;
    private final Thread thread;

    /**
     * Starts looking.
     *
     * @param fps ticks per second of the session
     */
    ExtremesSampler(Session session, JointExtremes extremes, double fps, Console console, Clock clock) {
        this.session = session;
        this.extremes = extremes;
        this.console = console;
        this.clock = clock;
        periodNs = Math.max(1_000_000, Math.round(1e9 / fps / LOOKS_PER_TICK));
        thread = new Thread(this::run, "tendon-limits");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, e) -> console.err("warning: joints are not noted any more: " + e));
        thread.start();
    }

    private void run() {
        boolean told = false;
        try {
            while (true) {
                extremes.take(session.snapshot());
                if (!told && extremes.recording()) {
                    told = true;
                    console.err("Recording started: move the robot to ALL limits of its joints. Ctrl-C ends it early, "
                            + "with the result so far.");
                }
                clock.sleepUntil(clock.nanoTime() + periodNs);
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
