/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.runtime.SessionReport.SwapStatistics;
import org.HdrHistogram.Histogram;

/** Counts a session's exchanges. Thread: any. */
final class SwapLog {
    private final Histogram durationNs = new Histogram(60_000_000_000L, 3);
    private long refused;

    synchronized void done(double us) {
        durationNs.recordValue(Math.min((long) (us * 1e3), 60_000_000_000L));
    }

    synchronized void refused() {
        refused++;
    }

    synchronized SwapStatistics report() {
        long count = durationNs.getTotalCount();
        return count == 0
                ? new SwapStatistics(0, refused, 0, 0, 0)
                : new SwapStatistics(
                        count,
                        refused,
                        durationNs.getValueAtPercentile(50) / 1e3,
                        durationNs.getValueAtPercentile(95) / 1e3,
                        durationNs.getMaxValue() / 1e3);
    }
}
