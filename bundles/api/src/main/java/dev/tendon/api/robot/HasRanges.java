/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.robot;

import dev.tendon.api.frame.FrameWriter;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A robot that knows which values its joints can take, from its calibration. A second interface of a robot; the host uses it
 * to refuse a recording or a policy whose values cannot have been made for this unit or this calibration.
 */
@ConsumerType
public interface HasRanges {
    /**
     * Writes the lowest and the highest value that each action slot can reach, in the slot's unit; NaN for a slot without a
     * limit. Valid once connected. Thread: the session's before the loop, or the control thread.
     *
     * @param low in the layout of {@link Robot#actionFeatures}
     * @param high the same layout
     */
    void ranges(FrameWriter low, FrameWriter high);
}
