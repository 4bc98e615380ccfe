/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.robot;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A robot, once created. Life: created, {@link #connect}ed (or {@linkplain dev.tendon.api.device.Adoptable#adopt adopting}),
 * ticks of {@link #observe} and {@link #send}, {@link #close}d.
 *
 * <p>Thread: the control thread only, except {@link #connect}, which is called by the thread that starts the session before
 * the loop begins, and {@link #close}, which any thread may call once the loop is over.
 */
@ConsumerType
public interface Robot extends AutoCloseable {
    /** What {@link #observe} writes. Valid before connect; the same instance always. Pictures only if the robot itself delivers them. */
    Features observationFeatures();

    /** What {@link #send} takes and returns. Valid before connect; the same instance always. */
    Features actionFeatures();

    /**
     * Opens the device, checks it and makes it ready to move, all or nothing: after an exception nothing is open and the torque
     * is as before. Does nothing when connected already.
     *
     * @throws DeviceException where the device does not answer or is not what was configured
     * @throws dev.tendon.api.option.ConfigException where the user must decide or supply something first, such as a
     *     calibration
     */
    void connect() throws DeviceException;

    /**
     * Reads the present state. Waits for its bus only, with a deadline well inside a tick; allocates nothing after the first
     * calls.
     */
    void observe(FrameWriter out) throws DeviceException;

    /**
     * Sends goals and reports what was really sent, after limits. Limits relative to the present position use the last
     * observation, not a second read. Must accept any finite number; NaN and infinity are answered with an exception and
     * move nothing.
     *
     * @param wanted the action, in {@link #actionFeatures}' layout
     * @param sent the same layout, to be filled
     */
    void send(Frame wanted, FrameWriter sent) throws DeviceException;

    /**
     * Applies the robot's torque rule and closes the device. Idempotent; after {@link
     * dev.tendon.api.device.Adoptable#handOver} it touches no hardware. Never throws for a device that is gone already.
     */
    @Override
    void close();
}
