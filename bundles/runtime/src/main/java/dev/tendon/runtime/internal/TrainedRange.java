/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.feature.Features;
import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.JointRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sees whether the actions that a policy was trained on can have been made for this robot. */
final class TrainedRange {
    /** Share of a joint's range by which a dataset may go beyond it: another arm's calibration differs, and a leader's goal is clamped. */
    private static final double BEYOND = 0.25;

    private TrainedRange() {}

    /**
     * Compares.
     *
     * @throws ConfigException with every joint whose trained range reaches far beyond its own
     */
    static void check(JointRanges trained, JointRanges joints, Features action) {
        List<Matching.Value> values = Matching.values(action);
        List<String> differences = new ArrayList<>();
        for (int slot = 0; slot < values.size(); slot++) {
            double low = joints.low(slot);
            double high = joints.high(slot);
            double slack = BEYOND * (high - low);
            if (trained.low(slot) < low - slack || trained.high(slot) > high + slack) { // NaN is neither
                differences.add(String.format(
                        Locale.ROOT,
                        "%s: trained from %.1f to %.1f; this joint reaches from %.1f to %.1f",
                        values.get(slot),
                        trained.low(slot),
                        trained.high(slot),
                        low,
                        high));
            }
        }
        if (!differences.isEmpty()) {
            throw new ConfigException("The policy was trained on other actions than this robot can carry out:\n  "
                    + String.join("\n  ", differences)
                    + "\nWas it trained in another unit? LeRobot 2025 recorded -100 to 100: --robot.use_degrees=false. Otherwise "
                    + "calibrate the robot as for the dataset");
        }
    }
}
