/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.device.DeviceException;
import org.osgi.annotation.versioning.ProviderType;

/** Opens control sessions: a service of this bundle. Thread: any. */
@ProviderType
public interface Sessions {
    /**
     * Finds the choices, makes and checks everything, warms a policy up, and connects: the robot, its cameras, the
     * teleoperator. All or nothing: after an exception everything is closed again, and nothing has moved.
     *
     * @throws dev.tendon.api.option.ConfigException where the user must decide something else: an unknown choice, options that
     *     do not fit, a drive whose actions are not the robot's (with every difference)
     * @throws DeviceException where a device does not answer or hangs
     * @throws InterruptedException when interrupted while a device connects; everything is closed then
     */
    Session open(SessionRequest request) throws DeviceException, InterruptedException;
}
