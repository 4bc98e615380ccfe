/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One kind of port, published as a service: the system's own, a simulator's. Called by the host. Thread: any, several at a time.
 *
 * <p>A provider whose native library does not load on this platform lets the {@link LinkageError} out; the host names it and
 * goes on with the others.
 */
@ConsumerType
public interface SerialPortProvider {
    /** Whether a port of this spelling is this provider's business; says nothing on whether it exists. Does no I/O. */
    boolean accepts(String port);

    /**
     * What the port is, whatever way it is spelt: two requests of the same identity mean the same port, which is open at most
     * once. A provider that makes a new thing at each opening answers with a new identity each time.
     */
    default String identity(SerialRequest request) {
        return request.port();
    }

    /**
     * Opens the port.
     *
     * @param clock the session's, for all waiting in the channel
     * @throws DeviceException where that fails, with what to do about it
     */
    SerialChannel open(SerialRequest request, Clock clock) throws DeviceException;

    /** The ports that it could open now; empty where they cannot be enumerated. */
    default List<SerialPortInfo> list() {
        return List.of();
    }
}
