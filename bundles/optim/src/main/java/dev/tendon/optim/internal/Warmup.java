/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

/** Formulas that schedules share. */
final class Warmup {
    private Warmup() {}

    /** The share of {@code whole} that {@code part} is; of nothing, as of 1. */
    static double share(long part, long whole) {
        return (double) part / Math.max(1, whole);
    }

    /** From 1 to 0 along half a cosine, or {@code cycles} times a whole one; never below 0. */
    static double cosine(double progress, double cycles) {
        return Math.max(0.0, 0.5 * (1.0 + Math.cos(Math.PI * cycles * 2.0 * progress)));
    }
}
