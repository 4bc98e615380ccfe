/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the robot was from what was wanted: |wanted − observed| of the same tick, for each value that is in its action and
 * its observation by the same name. A ramp and ticks without an action of the drive are not counted.
 *
 * @param frames ticks counted
 * @param mean over all values and frames, in the values' units; NaN where nothing was counted
 * @param max the largest; NaN where nothing was counted
 * @param byValue each value's, by name in the order of the action; unmodifiable
 */
public record TrackingError(long frames, double mean, double max, Map<String, MeanMax> byValue) {
    public TrackingError {
        byValue = Collections.unmodifiableMap(new LinkedHashMap<>(byValue));
    }

    /**
     * Of one value.
     *
     * @param mean over the frames
     * @param max the largest
     */
    public record MeanMax(double mean, double max) {}
}
