/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.Frame;
import dev.tendon.runtime.BusErrors;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionSnapshot;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The newest values of the loop, for others to look at. Three sheets go round: one the loop writes, one lies in the middle, one
 * the readers hold; handing over is one exchange of a reference, so that the loop neither waits nor allocates.
 *
 * <p>Threads: {@link #sheet} and {@link #publish} by the control thread, {@link #snapshot} by any; readers wait for each other.
 */
final class Board {
    /** Numbers as of the end of a tick. Owner: whoever holds it. */
    static final class Sheet {
        long tick = -1;
        long timestampNs;
        double fps;
        double latenessUs;
        double worstLatenessUs;
        long missedTicks;
        long observeErrors;
        long sendErrors;
        long readErrors;
        long heldTicks;
        long lateChunks;
        long skippedActions;
        long refusedActions;
        long reconnects;
        long busRetries;
        long busTimeouts;
        long busChecksumErrors;
        final double[] observed;
        final double[] wanted;
        final double[] sent;

        Sheet(int observed, int action) {
            this.observed = unknown(observed);
            wanted = unknown(action);
            sent = unknown(action);
        }

        void values(Frame observation, Frame want, Frame send) {
            observation.copyValues(observed);
            want.copyValues(wanted);
            send.copyValues(sent);
            timestampNs = observation.timestampNs();
        }

        private static double[] unknown(int size) {
            double[] values = new double[size];
            Arrays.fill(values, Double.NaN);
            return values;
        }

        LoopCounters counters() {
            return new LoopCounters(
                    observeErrors,
                    sendErrors,
                    readErrors,
                    heldTicks,
                    lateChunks,
                    skippedActions,
                    refusedActions,
                    reconnects,
                    new BusErrors(busRetries, busTimeouts, busChecksumErrors));
        }
    }

    private final AtomicReference<Sheet> middle;
    private final Object readers = new Object();
    private Sheet written;
    private Sheet shown;

    Board(int observed, int action) {
        written = new Sheet(observed, action);
        middle = new AtomicReference<>(new Sheet(observed, action));
        shown = new Sheet(observed, action);
    }

    /** The sheet to write: every field anew. */
    Sheet sheet() {
        return written;
    }

    void publish() {
        written = middle.getAndSet(written);
    }

    SessionSnapshot snapshot() {
        synchronized (readers) {
            if (middle.get().tick > shown.tick) {
                shown = middle.getAndSet(shown);
            }
            return SessionSnapshot.of(
                    new SessionSnapshot.Figures(
                            shown.tick,
                            shown.timestampNs,
                            shown.fps,
                            shown.latenessUs,
                            shown.worstLatenessUs,
                            shown.missedTicks,
                            shown.counters()),
                    shown.observed,
                    shown.wanted,
                    shown.sent);
        }
    }
}
