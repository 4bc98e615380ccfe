/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.Joining;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import java.util.List;
import java.util.Locale;

/**
 * Shows a running session on the console, from a thread of its own, and warns when it falls behind. Owner thread: its
 * creator's, which closes it.
 */
final class SessionMonitor implements AutoCloseable {
    private static final long PERIOD_NS = 100_000_000L;
    /** Rates are averages; the first seconds say little. */
    private static final long SETTLED_NS = 3_000_000_000L;

    private static final double TOO_SLOW = 0.95;

    private final Session session;
    private final View view;
    private final Console console;
    private final Clock clock;
    private final double fps;
    private final boolean warns;
    private final Thread thread;
    private boolean slow;

    /** Draws a snapshot. */
    @FunctionalInterface
    interface View {
        void show(SessionSnapshot snapshot, Live live);
    }

    /**
     * Starts showing.
     *
     * @param fps ticks per second that the session should reach
     * @param warns whether to warn when it does not: not on simulated time
     */
    SessionMonitor(Session session, View view, Console console, Clock clock, double fps, boolean warns) {
        this.session = session;
        this.view = view;
        this.console = console;
        this.clock = clock;
        this.fps = fps;
        this.warns = warns;
        thread = new Thread(this::run, "tendon-live");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, e) -> console.err("warning: the live view failed: " + e));
        thread.start();
    }

    private void run() {
        long start = clock.nanoTime();
        try (Live live = console.live()) {
            while (true) {
                clock.sleepUntil(clock.nanoTime() + PERIOD_NS);
                SessionSnapshot snapshot = session.snapshot();
                if (snapshot.tick() < 0) {
                    continue;
                }
                view.show(snapshot, live);
                if (warns && clock.nanoTime() - start > SETTLED_NS) {
                    watchRate(snapshot);
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private void watchRate(SessionSnapshot snapshot) {
        boolean behind = snapshot.fps() < TOO_SLOW * fps;
        if (behind && !slow) {
            console.err(String.format(
                    Locale.ROOT,
                    "warning: the loop runs at %.1f instead of %.1f ticks per second",
                    snapshot.fps(),
                    fps));
        } else if (!behind && slow) {
            console.err("the loop is back at its rate");
        }
        slow = behind;
    }

    @Override
    public void close() {
        thread.interrupt();
        Joining.all(List.of(thread));
    }
}
