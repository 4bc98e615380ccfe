/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionReport.Allocation;
import dev.tendon.runtime.SessionReport.Lateness;
import org.HdrHistogram.Histogram;

/**
 * One round: a bare loop, then ours.
 *
 * @param bare lateness of the bare loop's ticks
 * @param ours lateness of our loop's ticks
 * @param missedTicks ours that began later than a whole period
 * @param allocation what our control thread allocated
 */
record LoopRound(Lateness bare, Lateness ours, long missedTicks, Allocation allocation) {
    static LoopRound of(Histogram bareNs, SessionReport ours) {
        Lateness bare = new Lateness(
                bareNs.getValueAtPercentile(50) / 1e3,
                bareNs.getValueAtPercentile(99) / 1e3,
                bareNs.getValueAtPercentile(99.9) / 1e3,
                bareNs.getMaxValue() / 1e3);
        return new LoopRound(
                bare, ours.lateness(), ours.missedTicks(), ours.allocation().orElseThrow());
    }

    /** How many times later than the bare loop's our 99th percentile is. */
    double ratio() {
        return ours.p99Us() / bare.p99Us();
    }
}
