/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

/**
 * Which picture is due when, and what goes wrong with it. Immutable. Thread: any.
 *
 * @param periodNs between two pictures
 * @param stall when nothing new comes
 * @param unplugged when it is not there
 * @param drop share of the pictures that are lost
 * @param seed of chance
 */
record Exposures(long periodNs, Span stall, Span unplugged, double drop, long seed) {
    private static final double NS = 1e9;

    /** A span of time since the camera was connected; from {@link Long#MAX_VALUE}: never. */
    record Span(long fromNs, long toNs) {
        static Span of(java.util.Optional<Double> afterS, java.util.Optional<Double> forS) {
            if (afterS.isEmpty()) {
                return new Span(Long.MAX_VALUE, Long.MAX_VALUE);
            }
            long from = Math.round(afterS.get() * NS);
            return new Span(from, forS.map(s -> from + Math.round(s * NS)).orElse(Long.MAX_VALUE));
        }

        boolean holds(long ns) {
            return ns >= fromNs && ns < toNs;
        }
    }

    static Exposures of(SimCameraConfig config) {
        return new Exposures(
                Math.round(NS / config.fps()),
                Span.of(config.stallAfterS(), config.stallForS()),
                Span.of(config.unplugAfterS(), config.unplugForS()),
                config.drop(),
                config.seed());
    }

    /** The number of the picture that is the newest {@code ns} after the first. */
    long due(long ns) {
        return ns / periodNs;
    }

    /** When picture {@code number} is taken, after the first. */
    long takenNs(long number) {
        return number * periodNs;
    }

    boolean unpluggedAt(long ns) {
        return unplugged.holds(ns);
    }

    /** Whether picture {@code number} reaches anybody. */
    boolean delivered(long number) {
        long ns = takenNs(number);
        return number == 0 || !(stall.holds(ns) || unplugged.holds(ns) || lost(number));
    }

    private boolean lost(long number) {
        return drop > 0 && unit(seed * 0x9E3779B97F4A7C15L + number) < drop;
    }

    /** A number from 0 to 1 that looks like chance: SplitMix64 (Steele, Lea, Flood 2014). */
    private static double unit(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
    }
}
