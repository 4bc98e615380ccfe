/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial;

import dev.tendon.api.device.DeviceException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Bytes to and from an open port. Thread: its holder's, one call at a time, except {@link #close}, which any thread may call,
 * also while another call is running.
 */
@ConsumerType
public interface SerialChannel extends AutoCloseable {
    /**
     * Hands all bytes to the port; returns when it has taken them, not when they are on the wire. Allocates nothing.
     *
     * @throws dev.tendon.api.device.DeviceLostException where the port is gone
     * @throws DeviceException where it is closed, or takes nothing
     */
    void write(byte[] bytes, int offset, int length) throws DeviceException;

    /**
     * Reads what is there, at least one byte, as soon as there is one; gives up at {@code deadlineNs}. Allocates nothing. An
     * interrupt does not cut it short; it stays pending.
     *
     * @param length at most so many bytes; at least 1
     * @param deadlineNs on the clock that the port was opened with; one in the past reads without waiting
     * @return the number of bytes, 0 where the deadline passed
     * @throws dev.tendon.api.device.DeviceLostException where the port is gone
     * @throws DeviceException where it is closed
     */
    int read(byte[] into, int offset, int length, long deadlineNs) throws DeviceException;

    /** Throws away what has arrived and was not read. Leaves what is still being sent alone. Does not wait. */
    void discardInput() throws DeviceException;

    /**
     * Changes the speed of an open port.
     *
     * @param baudRate in bits per second
     * @throws DeviceException where the port cannot go at that speed; the old one stays
     */
    void baudRate(int baudRate) throws DeviceException;

    /** Closes the port. Idempotent. */
    @Override
    void close();
}
