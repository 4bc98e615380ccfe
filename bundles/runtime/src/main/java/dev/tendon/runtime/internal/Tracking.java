/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.Frame;
import dev.tendon.runtime.TrackingError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up |wanted − observed|. Owner: the control thread. */
final class Tracking {
    private final List<String> names;
    private final int[] observedSlots;
    private final double[] sum;
    private final double[] max;
    private long frames;

    /**
     * @param names of the action's slots
     * @param observedSlots as from {@link Matching#observedSlots}
     */
    Tracking(List<String> names, int[] observedSlots) {
        this.names = names;
        this.observedSlots = observedSlots;
        sum = new double[observedSlots.length];
        max = new double[observedSlots.length];
    }

    void add(Frame wanted, Frame observed) {
        frames++;
        for (int slot = 0; slot < observedSlots.length; slot++) {
            if (observedSlots[slot] >= 0) {
                double error = Math.abs(wanted.value(slot) - observed.value(observedSlots[slot]));
                sum[slot] += error;
                max[slot] = Math.max(max[slot], error);
            }
        }
    }

    TrackingError report() {
        Map<String, TrackingError.MeanMax> byValue = new LinkedHashMap<>();
        double total = 0;
        double worst = Double.NaN;
        for (int slot = 0; slot < observedSlots.length; slot++) {
            if (observedSlots[slot] >= 0 && frames > 0) {
                byValue.put(names.get(slot), new TrackingError.MeanMax(sum[slot] / frames, max[slot]));
                total += sum[slot] / frames;
                worst = Double.isNaN(worst) ? max[slot] : Math.max(worst, max[slot]);
            }
        }
        return new TrackingError(frames, byValue.isEmpty() ? Double.NaN : total / byValue.size(), worst, byValue);
    }
}
