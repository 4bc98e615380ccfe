/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.runtime.BusErrors;
import dev.tendon.runtime.CameraTicks;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionReport.Duration;
import dev.tendon.runtime.SessionReport.Lateness;
import dev.tendon.runtime.SessionReport.SwapStatistics;
import dev.tendon.runtime.SessionReport.WorkTimes;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.runtime.TrackingError;
import dev.tendon.runtime.TrackingError.MeanMax;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports and snapshots of sessions that never were. */
public final class Reports {
    public static final LoopCounters NO_ERRORS = counters(0, 0, 0, 0);
    public static final SwapStatistics NO_SWAPS = new SwapStatistics(0, 0, 0, 0, 0);

    private Reports() {}

    /** Counters without anything on the bus. */
    public static LoopCounters counters(long observeErrors, long sendErrors, long readErrors, long heldTicks) {
        return new LoopCounters(
                observeErrors, sendErrors, readErrors, heldTicks, 0, 0, 0, 0, BusErrors.NONE, List.of());
    }

    /** Counters of two cameras: one missed pictures. */
    public static LoopCounters cameras() {
        return new LoopCounters(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                BusErrors.NONE,
                List.of(new CameraTicks("top", 29, 3), new CameraTicks("wrist", 0, 0)));
    }

    public static SessionReport of(Ending ending) {
        return of(ending, NO_ERRORS, NO_SWAPS, Optional.empty());
    }

    public static SessionReport of(
            Ending ending, LoopCounters counters, SwapStatistics swaps, Optional<Throwable> failure) {
        return new SessionReport(
                ending,
                300,
                2,
                29.5,
                new Lateness(10, 20, 30, 40),
                new WorkTimes(100, 200, 300, new Duration(1, 2), new Duration(3, 4), new Duration(5, 6)),
                new TrackingError(290, 0.25, 1.5, Map.of("shoulder_pan.pos", new MeanMax(0.25, 1.5))),
                counters,
                swaps,
                800,
                Optional.empty(),
                failure);
    }

    /** What one joint wants, was sent and shows, at a tick and a rate. */
    public static SessionSnapshot snapshot(long tick, double fps, double wanted, double sent, double observed) {
        SessionSnapshot.Figures figures = new SessionSnapshot.Figures(tick, 0, fps, 12, 34, 5, counters(1, 2, 3, 4));
        return SessionSnapshot.of(figures, new double[] {observed}, new double[] {wanted}, new double[] {sent});
    }
}
