/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The right to use something that can be open only once: a serial bus, a capture device, a socket. What is leased stays open
 * in a bundle of the host, so that a driver can be replaced without closing it. Granted leases are registered with the
 * holder's {@link DeviceContext}. Implemented by the bundles that own such things ({@code dev.tendon.serial}).
 *
 * <p>Using a lease that is no longer valid throws a {@link DeviceException} that says so.
 */
@ConsumerType
public interface Lease extends AutoCloseable {
    /** What is leased, as in messages: {@code /dev/ttyACM0}. Thread: any. */
    String resource();

    /** Whether the holder may still use it. Thread: any. */
    boolean valid();

    /**
     * Moves the open resource to a new holder: returns the new holder's lease; this one is no longer valid. Does no I/O and
     * waits for nothing, so that it fits between two ticks. Called by the host in the control thread.
     *
     * @throws DeviceException where this lease is not valid
     */
    Lease transferTo(DeviceContext holder) throws DeviceException;

    /**
     * Takes the resource from a holder that hangs or must not act any more, and applies the rule that the holder left for
     * that case (for a servo bus: what is to be sent so that the robot is safe). Ends any call of the holder that is blocked on
     * the resource. Returns within 100 ms. Called by the host, from any thread; does nothing on a lease that is not valid.
     */
    void revoke();

    /** Gives the resource back, without applying a rule. Idempotent. Called by the holder. */
    @Override
    void close();
}
