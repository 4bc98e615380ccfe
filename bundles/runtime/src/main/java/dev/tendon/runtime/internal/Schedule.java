/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.runtime.SessionReport.Lateness;
import org.HdrHistogram.Histogram;

/**
 * When ticks are due: at {@code origin + n · period}, so that lateness does not add up. A tick that begins later than one whole
 * period is missed; the schedule then begins anew from it, so that no burst of ticks follows. Owner: the control thread.
 */
final class Schedule {
    private static final long LONGEST_NS = 3_600_000_000_000L;

    private final double periodNs;
    private final Histogram latenessNs = new Histogram(LONGEST_NS, 3);
    private long originNs;
    private long sinceOrigin;
    private long firstNs;
    private long lastNs;
    private long ticks;
    private long missed;
    private long lastLatenessNs;
    private long worstLatenessNs;
    private double smoothedNs;

    Schedule(double fps) {
        periodNs = 1e9 / fps;
        smoothedNs = periodNs;
    }

    /** The first tick is due now. */
    void start(long nowNs) {
        originNs = nowNs;
        firstNs = nowNs;
        lastNs = nowNs;
    }

    /** When the next tick is due. */
    long dueNs() {
        return originNs + Math.round(sinceOrigin * periodNs);
    }

    /** The next tick begins. */
    void began(long nowNs) {
        long late = Math.max(0, nowNs - dueNs());
        latenessNs.recordValue(Math.min(late, LONGEST_NS));
        lastLatenessNs = late;
        worstLatenessNs = Math.max(worstLatenessNs, late);
        if (ticks > 0) {
            smoothedNs += (nowNs - lastNs - smoothedNs) / 16;
        }
        ticks++;
        lastNs = nowNs;
        sinceOrigin++;
        if (late > periodNs) {
            missed++;
            originNs = nowNs;
            sinceOrigin = 1;
        }
    }

    long ticks() {
        return ticks;
    }

    long missed() {
        return missed;
    }

    long elapsedNs(long nowNs) {
        return nowNs - firstNs;
    }

    long lastLatenessNs() {
        return lastLatenessNs;
    }

    double lastLatenessUs() {
        return lastLatenessNs / 1e3;
    }

    double worstLatenessUs() {
        return worstLatenessNs / 1e3;
    }

    /** Ticks per second lately. */
    double recentFps() {
        return ticks < 2 ? 0 : 1e9 / smoothedNs;
    }

    /** Ticks per second, all together. */
    double achievedFps() {
        return lastNs <= firstNs ? 0 : (ticks - 1) * 1e9 / (lastNs - firstNs);
    }

    Lateness lateness() {
        return new Lateness(at(50), at(99), at(99.9), worstLatenessUs());
    }

    private double at(double percentile) {
        return latenessNs.getTotalCount() == 0 ? 0 : latenessNs.getValueAtPercentile(percentile) / 1e3;
    }
}
