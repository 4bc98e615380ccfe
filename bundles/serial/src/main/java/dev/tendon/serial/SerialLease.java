/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Lease;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A port that is open for one driver. {@link #transferTo}, {@link #revoke}, {@link #resource} and {@link #valid} as {@link Lease}
 * says; the bytes as {@link SerialChannel} says. Closing it closes the port.
 */
@ProviderType
public interface SerialLease extends Lease, SerialChannel {
    /**
     * What {@link #revoke} sends, so that the robot is safe without its driver: a complete packet, or several. Stays in force
     * when the lease moves, until the new holder says otherwise. Empty (the default): nothing is sent. Copied. Thread: any.
     */
    void safeEnd(byte[] bytes);

    @Override
    SerialLease transferTo(DeviceContext holder) throws DeviceException;

    /** Closes the port without sending {@link #safeEnd} bytes. Idempotent. Thread: any. */
    @Override
    void close();
}
