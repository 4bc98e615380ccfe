/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.Frame;
import dev.tendon.runtime.Planning;
import org.HdrHistogram.Histogram;

/**
 * Figures of a session's planners, whichever sits in the seat. Owner: the control thread; {@link #planned} is the workers', and {@link
 * #report} any thread's once the loop is over.
 */
final class PlanFigures {
    private static final long LONGEST_NS = 3_600_000_000_000L;
    private static final double NS_PER_MS = 1e6;

    private final Histogram plansNs = new Histogram(LONGEST_NS, 3);
    private final double[] last;
    private final Steps seams = new Steps();
    private final Steps steps = new Steps();
    private boolean acted;
    private long asked;
    private long leadSum;
    private long fewestLeft = Long.MAX_VALUE;

    /** @param values how many an action has */
    PlanFigures(int values) {
        last = new double[values];
    }

    /** A plan was made. Thread: a worker's. */
    void planned(long ns) {
        synchronized (plansNs) {
            plansNs.recordValue(Math.max(0, Math.min(LONGEST_NS, ns)));
        }
    }

    /** A chunk that follows another one was asked for when so many actions were left. */
    void asked(int left) {
        asked++;
        leadSum += left;
    }

    /** It came when so many were left. */
    void came(int left) {
        fewestLeft = Math.min(fewestLeft, left);
    }

    /** An action is carried out; one that holds a number that is none is not. */
    void act(Frame action, boolean firstOfChunk) {
        double step = 0;
        for (int slot = 0; slot < last.length; slot++) {
            if (!Double.isFinite(action.value(slot))) {
                return;
            }
        }
        for (int slot = 0; slot < last.length; slot++) {
            double value = action.value(slot);
            step = Math.max(step, Math.abs(value - last[slot]));
            last[slot] = value;
        }
        if (acted) {
            (firstOfChunk ? seams : steps).add(step);
        }
        acted = true;
    }

    /** The next action follows nothing: the drive rested, or a device was away. */
    void begin() {
        acted = false;
    }

    Planning report() {
        synchronized (plansNs) {
            long plans = plansNs.getTotalCount();
            return new Planning(
                    plans,
                    plans == 0 ? 0 : plansNs.getValueAtPercentile(50) / NS_PER_MS,
                    plans == 0 ? 0 : plansNs.getValueAtPercentile(95) / NS_PER_MS,
                    plansNs.getMaxValue() / NS_PER_MS,
                    asked == 0 ? 0 : (double) leadSum / asked,
                    fewestLeft == Long.MAX_VALUE ? 0 : fewestLeft,
                    seams.count,
                    seams.mean(),
                    seams.max,
                    steps.mean(),
                    steps.max);
        }
    }

    private static final class Steps {
        private long count;
        private double sum;
        private double max;

        void add(double step) {
            count++;
            sum += step;
            max = Math.max(max, step);
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }
    }
}
