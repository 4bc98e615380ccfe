/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import dev.tendon.api.time.Clock;
import org.osgi.annotation.versioning.ProviderType;

/** What the host gives a device at its creation; one per instance. Thread: any. */
@ProviderType
public interface DeviceContext {
    /** The device in messages: {@code so101_follower "left"}. */
    String label();

    /** The session's clock; the only time a driver may use. */
    Clock clock();

    /** How to talk to the person at the desk, if there is one. */
    Dialog dialog();

    /**
     * Tells the host of a lease that this device holds from now on. Called by whoever grants leases, not by drivers. The host
     * may take it back ({@link Lease#revoke}) or move it to the device's successor ({@link Lease#transferTo}).
     */
    void granted(Lease lease);

    /** Tells the host that a lease ended. Called by whoever grants leases. */
    void ended(Lease lease);
}
