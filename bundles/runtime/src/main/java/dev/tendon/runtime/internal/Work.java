/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.runtime.SessionReport.Duration;
import dev.tendon.runtime.SessionReport.WorkTimes;
import org.HdrHistogram.Histogram;

/** How long ticks take, and their parts, in the session's time. A tick counts in which all three were done. Owner: the control thread. */
final class Work {
    private static final long LONGEST_NS = 3_600_000_000_000L;

    private final Part observe = new Part();
    private final Part drive = new Part();
    private final Part send = new Part();
    private final Histogram tickNs = new Histogram(LONGEST_NS, 3);

    /** A tick has observed, asked its drive and sent: when it began, and when it was done with each. */
    void done(long begunNs, long observedNs, long askedNs, long sentNs) {
        observe.add(observedNs - begunNs);
        drive.add(askedNs - observedNs);
        send.add(sentNs - askedNs);
        tickNs.recordValue(Math.max(0, Math.min(LONGEST_NS, sentNs - begunNs)));
    }

    WorkTimes report() {
        boolean any = tickNs.getTotalCount() > 0;
        return new WorkTimes(
                any ? tickNs.getValueAtPercentile(50) / 1e3 : 0,
                any ? tickNs.getValueAtPercentile(99) / 1e3 : 0,
                any ? tickNs.getMaxValue() / 1e3 : 0,
                observe.report(),
                drive.report(),
                send.report());
    }

    private static final class Part {
        private long count;
        private long sumNs;
        private long worstNs;

        void add(long ns) {
            count++;
            sumNs += ns;
            worstNs = Math.max(worstNs, ns);
        }

        Duration report() {
            return new Duration(count == 0 ? 0 : sumNs / 1e3 / count, worstNs / 1e3);
        }
    }
}
