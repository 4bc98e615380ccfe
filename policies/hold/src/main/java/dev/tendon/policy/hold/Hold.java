/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.hold;

import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps a goal. It decides once, in the first plan of an episode: the goal sent last or, where nothing was sent yet, the pose
 * observed, value by value under the same name. A value with neither has no safe answer; no action is given then, and the robot
 * stays as it is.
 */
final class Hold implements Policy {
    /** For each action slot, that of the same name in the observation; -1 where there is none. */
    private final int[] observedSlots;

    private final double[] goal;
    private boolean decided;

    Hold(Features observation, Features action) {
        List<String> observed = observation.layout().valueNames();
        List<String> names = action.layout().valueNames();
        observedSlots = new int[names.size()];
        Arrays.setAll(observedSlots, slot -> observed.indexOf(names.get(slot)));
        goal = new double[names.size()];
    }

    @Override
    public int observationSteps() {
        return 1;
    }

    @Override
    public int chunkSize() {
        return 1;
    }

    @Override
    public int actionSteps() {
        return 1;
    }

    @Override
    public void warmUp() {
        // Nothing to load.
    }

    @Override
    public void reset() {
        decided = false;
    }

    @Override
    public void plan(Observations seen, ActionChunk out) {
        if (!decided) {
            decided = decide(seen.lastSent(), seen.step(seen.steps() - 1));
        }
        if (decided) {
            FrameWriter action = out.next();
            for (int slot = 0; slot < goal.length; slot++) {
                action.value(slot, goal[slot]);
            }
        }
    }

    private boolean decide(Frame lastSent, Frame observation) {
        for (int slot = 0; slot < goal.length; slot++) {
            double value = lastSent.value(slot);
            if (!Double.isFinite(value) && observedSlots[slot] >= 0) {
                value = observation.value(observedSlots[slot]);
            }
            if (!Double.isFinite(value)) {
                return false;
            }
            goal[slot] = value;
        }
        return true;
    }

    @Override
    public void close() {
        // Nothing to free.
    }
}
