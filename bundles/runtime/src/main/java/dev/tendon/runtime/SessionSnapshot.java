/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

/**
 * The newest values and figures of a session, as of the end of a tick. Immutable. Thread: any.
 *
 * <p>Slots are those of {@link Session#observationFeatures} and {@link Session#actionFeatures}; NaN stands for what is not
 * known (yet).
 */
public final class SessionSnapshot {
    private final long tick;
    private final long timestampNs;
    private final double[] observed;
    private final double[] wanted;
    private final double[] sent;
    private final double fps;
    private final double latenessUs;
    private final double worstLatenessUs;
    private final long missedTicks;
    private final LoopCounters counters;

    private SessionSnapshot(Figures figures, double[] observed, double[] wanted, double[] sent) {
        tick = figures.tick();
        timestampNs = figures.timestampNs();
        fps = figures.fps();
        latenessUs = figures.latenessUs();
        worstLatenessUs = figures.worstLatenessUs();
        missedTicks = figures.missedTicks();
        counters = figures.counters();
        this.observed = observed;
        this.wanted = wanted;
        this.sent = sent;
    }

    /** A snapshot of these; the arrays are copied. */
    public static SessionSnapshot of(Figures figures, double[] observed, double[] wanted, double[] sent) {
        return new SessionSnapshot(figures, observed.clone(), wanted.clone(), sent.clone());
    }

    /** Ticks done, less one; -1 before the first. */
    public long tick() {
        return tick;
    }

    /** When this was observed, in the session's clock. */
    public long timestampNs() {
        return timestampNs;
    }

    /** What was observed in value slot {@code slot}. */
    public double observed(int slot) {
        return observed[slot];
    }

    /** What the drive wanted last in action slot {@code slot}. */
    public double wanted(int slot) {
        return wanted[slot];
    }

    /** What was really sent last in action slot {@code slot}, after limits. */
    public double sent(int slot) {
        return sent[slot];
    }

    /** Ticks per second lately. */
    public double fps() {
        return fps;
    }

    /** How much later than due the last tick began, in microseconds. */
    public double latenessUs() {
        return latenessUs;
    }

    /** The worst of that so far. */
    public double worstLatenessUs() {
        return worstLatenessUs;
    }

    public long missedTicks() {
        return missedTicks;
    }

    public LoopCounters counters() {
        return counters;
    }

    /**
     * A snapshot's numbers, less its values.
     *
     * @param tick ticks done, less one
     * @param timestampNs when the newest observation was made
     * @param fps ticks per second lately
     * @param latenessUs lateness of the last tick, µs
     * @param worstLatenessUs worst lateness, µs
     * @param missedTicks ticks missed so far
     * @param counters errors so far
     */
    public record Figures(
            long tick,
            long timestampNs,
            double fps,
            double latenessUs,
            double worstLatenessUs,
            long missedTicks,
            LoopCounters counters) {}
}
