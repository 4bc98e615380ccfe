/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.api.option.ConfigException;
import java.util.List;

/**
 * The frames that an item holds of a feature, relative to the item's own.
 *
 * @param given whether it was asked for; else it is the item's own frame alone
 * @param offsets in frames
 */
record Window(boolean given, List<Integer> offsets) {
    static final Window OWN = new Window(false, List.of(0));

    /** LeRobot's {@code check_delta_timestamps} and {@code get_delta_indices}: times must lie on frames. */
    static Window of(String feature, List<Double> times, double fps, double toleranceS) {
        for (double time : times) {
            if (!(Math.abs(time * fps - Math.rint(time * fps)) / fps <= toleranceS)) {
                throw new ConfigException("The window of " + feature + " asks for " + time
                        + " s, which is no multiple of a frame at " + fps + " fps");
            }
        }
        return new Window(
                true, times.stream().map(time -> (int) Math.rint(time * fps)).toList());
    }

    int steps() {
        return offsets.size();
    }

    /** The frame at a step, held within the episode. */
    int frame(int step, int own, int length) {
        return Math.max(0, Math.min(length - 1, own + offsets.get(step)));
    }

    /** Whether the frame at a step is outside the episode. */
    boolean pad(int step, int own, int length) {
        int wanted = own + offsets.get(step);
        return wanted < 0 || wanted >= length;
    }
}
