/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.policy;

import dev.tendon.api.frame.FrameWriter;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A policy that knows which actions it was trained on, from its dataset's statistics. A second interface of a {@link Policy}; the host compares
 * them with what the robot's joints can reach, and refuses a policy that was trained in another unit or on another robot.
 */
@ConsumerType
public interface HasTrainedRange {
    /**
     * Writes the lowest and the highest value of each action slot that it was trained on; NaN for a slot of which that is not known. Valid
     * from its creation. Thread: any.
     *
     * @param low in the layout of the robot's actions
     * @param high the same layout
     */
    void trainedRange(FrameWriter low, FrameWriter high);
}
