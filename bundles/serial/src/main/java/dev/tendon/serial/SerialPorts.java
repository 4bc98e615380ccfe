/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The serial ports of this machine, and those that other bundles provide. A service of the host. Thread: any. */
@ProviderType
public interface SerialPorts {
    /**
     * Opens a port and leases it to {@code holder}, whose {@link DeviceContext#granted} is called before this returns. A port is
     * open at most once in this process.
     *
     * @throws DeviceException where there is no such port, it may not be used, or somebody has it; the message says which, who
     *     has it, and what to do
     */
    SerialLease open(SerialRequest request, DeviceContext holder) throws DeviceException;

    /** The ports that could be opened now, by name. Ports that are in use are listed too. */
    List<SerialPortInfo> list();
}
