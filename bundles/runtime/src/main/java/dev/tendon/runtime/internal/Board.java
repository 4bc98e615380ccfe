/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.Frame;
import dev.tendon.runtime.BusErrors;
import dev.tendon.runtime.CameraTicks;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        /** By camera. */
        final long[] staleTicks;

        final long[] lostTicks;
        final double[] observed;
        final double[] wanted;
        final double[] sent;

        Sheet(int observed, int action, int cameras) {
            staleTicks = new long[cameras];
            lostTicks = new long[cameras];
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

        LoopCounters counters(List<String> cameras) {
            List<CameraTicks> ticks = new ArrayList<>(cameras.size());
            for (int i = 0; i < cameras.size(); i++) {
                ticks.add(new CameraTicks(cameras.get(i), staleTicks[i], lostTicks[i]));
            }
            return new LoopCounters(
                    observeErrors,
                    sendErrors,
                    readErrors,
                    heldTicks,
                    lateChunks,
                    skippedActions,
                    refusedActions,
                    reconnects,
                    new BusErrors(busRetries, busTimeouts, busChecksumErrors),
                    ticks);
        }
    }

    private final List<String> cameras;
    private final AtomicReference<Sheet> middle;
    private final Object readers = new Object();
    private Sheet written;
    private Sheet shown;

    /**
     * A board with nothing on it.
     *
     * @param observed how many values are observed
     * @param action how many are sent
     * @param cameras the cameras' names
     */
    Board(int observed, int action, List<String> cameras) {
        this.cameras = List.copyOf(cameras);
        written = new Sheet(observed, action, cameras.size());
        middle = new AtomicReference<>(new Sheet(observed, action, cameras.size()));
        shown = new Sheet(observed, action, cameras.size());
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
                            shown.counters(cameras)),
                    shown.observed,
                    shown.wanted,
                    shown.sent);
        }
    }
}
