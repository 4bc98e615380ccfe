/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import java.util.Optional;

/**
 * What a session was like, once it is over.
 *
 * @param ending how it ended
 * @param ticks ticks begun
 * @param missedTicks ticks that began later than one whole period after they were due
 * @param achievedFps ticks per second of the session's time; 0 below two ticks
 * @param lateness how much later than due the ticks began
 * @param work how long ticks took, waiting for their time not counted
 * @param tracking how far the robot was from what was wanted
 * @param counters what went wrong, and what was answered by holding
 * @param swaps plugins exchanged while it ran
 * @param firstTickMs from the start of the JVM to the end of the first tick, in milliseconds; NaN without a tick
 * @param allocation of the control thread, where asked for and the JVM can tell
 * @param planning how a policy planned; empty where none drove
 * @param failure what ended it, if something did: a {@link dev.tendon.api.device.DeviceException}, or what a plugin threw
 */
public record SessionReport(
        Ending ending,
        long ticks,
        long missedTicks,
        double achievedFps,
        Lateness lateness,
        WorkTimes work,
        TrackingError tracking,
        LoopCounters counters,
        SwapStatistics swaps,
        double firstTickMs,
        Optional<Allocation> allocation,
        Optional<Planning> planning,
        Optional<Throwable> failure) {
    /** Of a session that no policy drove. */
    public SessionReport(
            Ending ending,
            long ticks,
            long missedTicks,
            double achievedFps,
            Lateness lateness,
            WorkTimes work,
            TrackingError tracking,
            LoopCounters counters,
            SwapStatistics swaps,
            double firstTickMs,
            Optional<Allocation> allocation,
            Optional<Throwable> failure) {
        this(
                ending,
                ticks,
                missedTicks,
                achievedFps,
                lateness,
                work,
                tracking,
                counters,
                swaps,
                firstTickMs,
                allocation,
                Optional.empty(),
                failure);
    }

    /**
     * How much later than due ticks began, in microseconds; zeros where there was none.
     *
     * @param p50Us median
     * @param p99Us 99th percentile
     * @param p999Us 99.9th percentile
     * @param maxUs worst
     */
    public record Lateness(double p50Us, double p99Us, double p999Us, double maxUs) {}

    /**
     * How long ticks took that observed, asked their drive and sent, in microseconds of the session's time; zeros where there was none.
     *
     * @param p50Us median of the three together
     * @param p99Us 99th percentile
     * @param maxUs worst
     * @param observe observing the robot, and taking the cameras' newest pictures
     * @param drive reading the teleoperator, or taking an action of the policy
     * @param send sending the robot its goal
     */
    public record WorkTimes(
            double p50Us, double p99Us, double maxUs, Duration observe, Duration drive, Duration send) {}

    /**
     * Durations of a part of a tick, in microseconds.
     *
     * @param meanUs their mean
     * @param maxUs the worst
     */
    public record Duration(double meanUs, double maxUs) {}

    /**
     * Exchanges of plugins between two ticks.
     *
     * @param count how many succeeded
     * @param refused how many were tried and undone
     * @param p50Us median duration of an exchange, in microseconds
     * @param p95Us 95th percentile
     * @param maxUs worst
     */
    public record SwapStatistics(long count, long refused, double p50Us, double p95Us, double maxUs) {}

    /**
     * What the control thread allocated in ticks without a fault or an exchange, after warm-up.
     *
     * @param ticks ticks measured
     * @param cleanShare share of them that allocated nothing, 0 to 1; 1 where none was measured
     * @param meanBytes bytes per tick
     * @param maxBytes the most in one tick
     */
    public record Allocation(long ticks, double cleanShare, double meanBytes, long maxBytes) {}
}
