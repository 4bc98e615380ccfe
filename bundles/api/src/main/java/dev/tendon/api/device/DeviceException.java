/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

/**
 * A device or its wire failed: no answer, a broken packet, a pulled plug, a fault that the device reports. The message says
 * which device, what happened and what to do now. Within a tick it is an event with a counter; the loop decides whether to
 * hold, go on or stop. Commands answer it with exit code 3.
 */
public class DeviceException extends Exception {
    private static final long serialVersionUID = 1;

    public DeviceException(String message) {
        super(message);
    }

    public DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
