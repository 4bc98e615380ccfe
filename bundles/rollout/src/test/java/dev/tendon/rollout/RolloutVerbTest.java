/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.Planning;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionReport.Lateness;
import dev.tendon.runtime.SessionReport.SwapStatistics;
import dev.tendon.runtime.SessionReport.WorkTimes;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.runtime.Sessions;
import dev.tendon.runtime.TrackingError;
import dev.tendon.shell.Verb;
import dev.tendon.shell.testkit.FakeConsole;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutVerbTest {
    private static final LoopCounters COUNTERS = new LoopCounters(0, 0, 0, 7, 2, 31);

    private final FakeConsole talk = new FakeConsole();
    private final List<SessionRequest> opened = new ArrayList<>();

    @Test
    void drivesAndTellsHowItWent() throws Exception {
        assertThat(run(Ending.LIMIT)).isEqualTo(Verb.DONE);

        assertThat(opened).hasSize(1);
        assertThat(opened.get(0).loop().fps()).isEqualTo(30);
        assertThat(talk.json)
                .containsEntry("policy", "act")
                .containsEntry("strategy", "base")
                .containsEntry("plans", 12L)
                .containsEntry("plan_p95_ms", 420.0)
                .containsEntry("late_chunks", 2L)
                .containsEntry("held_actions", 7L)
                .containsEntry("skipped_actions", 31L)
                .containsEntry("seam_mean", 0.5)
                .containsEntry("step_mean", 0.25)
                .containsEntry("chunk_lead", 14.0)
                .containsEntry("missed_ticks", 0L);
        assertThat(String.join("\n", talk.out)).contains("act drove so101_follower", "2 late, 31 actions overtaken");
    }

    @Test
    void ctrlCIsAnEndingOfItsOwn() throws Exception {
        assertThat(run(Ending.STOPPED)).isEqualTo(130);
    }

    @Test
    void oneLineSaysEverything() {
        SessionSnapshot.Figures figures = new SessionSnapshot.Figures(89, 0, 29.9, 100, 2500, 1, COUNTERS);
        SessionSnapshot snapshot = SessionSnapshot.of(figures, new double[0], new double[0], new double[0]);

        assertThat(new StatusLine(30, 60).of(snapshot))
                .isEqualTo("driving 3.0/60 s  29.9 fps  late 0.1 ms, worst 2.5  missed 1  held 7  late chunks 2");
        assertThat(new StatusLine(30, 0).of(snapshot)).startsWith("driving 3.0 s  ");
        assertThat(new StatusLine(30, 2).of(snapshot)).startsWith("going back");
    }

    private int run(Ending ending) throws Exception {
        Session session = (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> null);
        Sessions sessions = request -> {
            opened.add(request);
            return session;
        };
        return new RolloutVerb(sessions, (name, running, view, fps, console) -> report(ending))
                .run(new Options().record(), talk);
    }

    private static SessionReport report(Ending ending) {
        SessionReport.Duration none = new SessionReport.Duration(0, 0);
        return new SessionReport(
                ending,
                300,
                0,
                30,
                new Lateness(1, 2, 3, 4),
                new WorkTimes(1, 2, 3, none, none, none),
                new TrackingError(0, 0, 0, Map.of()),
                COUNTERS,
                new SwapStatistics(0, 0, 0, 0, 0),
                800,
                Optional.empty(),
                Optional.of(new Planning(12, 350, 420, 500, 14, 1, 11, 0.5, 2, 0.25, 1)),
                Optional.empty());
    }
}
