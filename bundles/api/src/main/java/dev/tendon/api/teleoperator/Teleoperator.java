/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.teleoperator;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameWriter;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a person (or a recording) moves a robot with. Life and threads as a {@link dev.tendon.api.robot.Robot}'s.
 */
@ConsumerType
public interface Teleoperator extends AutoCloseable {
    /** What {@link #read} writes. Valid before connect; the same instance always. */
    Features actionFeatures();

    /**
     * Opens the device and checks it; all or nothing. Does nothing when connected already.
     *
     * @throws DeviceException where the device does not answer or is not what was configured
     */
    void connect() throws DeviceException;

    /**
     * Writes the action for this tick. Waits for its bus only, with a deadline well inside a tick; one that is fed by events
     * (keys, a gamepad) copies what its own thread gathered. Allocates nothing after the first calls.
     */
    Input read(FrameWriter out) throws DeviceException;

    /** Closes the device. Idempotent; after {@link dev.tendon.api.device.Adoptable#handOver} it touches no hardware. */
    @Override
    void close();
}
