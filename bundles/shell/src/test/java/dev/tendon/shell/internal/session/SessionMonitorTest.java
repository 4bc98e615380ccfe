/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.shell.internal.FakeConsole;
import org.junit.jupiter.api.Test;

class SessionMonitorTest {
    private final FakeSessions session = new FakeSessions();
    private final FakeConsole console = new FakeConsole();
    private final SteppedClock clock = new SteppedClock();

    private SessionMonitor monitor(boolean warns) {
        return new SessionMonitor(
                session, (snapshot, live) -> live.progress("tick", snapshot.tick(), 100), console, clock, 60, warns);
    }

    @Test
    void showsTheNewestStateTenTimesASecond() throws Exception {
        try (SessionMonitor monitor = monitor(true)) {
            assertThat(monitor).isNotNull();
            session.snapshot = Reports.snapshot(5, 60, 0, 0, 0);
            clock.step(10);
            assertThat(clock.nanoTime()).isEqualTo(1_000_000_000L);
        }
        assertThat(console.shown).hasSize(10).containsOnly("tick 5/100");
    }

    @Test
    void showsNothingBeforeTheFirstTick() throws Exception {
        try (SessionMonitor monitor = monitor(true)) {
            assertThat(monitor).isNotNull();
            clock.step(5);
        }
        assertThat(console.shown).isEmpty();
    }

    @Test
    void warnsOnceWhenTheLoopFallsBehindAndTellsItsRecovery() throws Exception {
        try (SessionMonitor monitor = monitor(true)) {
            assertThat(monitor).isNotNull();
            session.snapshot = Reports.snapshot(5, 50, 0, 0, 0);
            clock.step(40);
            session.snapshot = Reports.snapshot(9, 59.9, 0, 0, 0);
            clock.step(2);
        }
        assertThat(console.err)
                .containsExactly(
                        "warning: the loop runs at 50.0 instead of 60.0 ticks per second",
                        "the loop is back at its rate");
    }

    @Test
    void saysNothingOfTheRateInTheFirstSeconds() throws Exception {
        try (SessionMonitor monitor = monitor(true)) {
            assertThat(monitor).isNotNull();
            session.snapshot = Reports.snapshot(5, 10, 0, 0, 0);
            clock.step(30);
        }
        assertThat(console.err).isEmpty();
    }

    @Test
    void warnsOfNoRateOnSimulatedTime() throws Exception {
        try (SessionMonitor monitor = monitor(false)) {
            assertThat(monitor).isNotNull();
            session.snapshot = Reports.snapshot(5, 10, 0, 0, 0);
            clock.step(40);
        }
        assertThat(console.err).isEmpty();
    }

    @Test
    void keepsAnInterruptOfWhoClosesIt() {
        SessionMonitor monitor = monitor(true);
        Thread.currentThread().interrupt();
        monitor.close();

        assertThat(Thread.interrupted()).isTrue();
    }
}
