/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

/**
 * The way to a device is gone for good: its plug was pulled, its port no longer exists. Asking again over what is open is useless;
 * the host may connect a new instance once the device is back. A device that merely does not answer is no lost one.
 */
public class DeviceLostException extends DeviceException {
    private static final long serialVersionUID = 1;

    public DeviceLostException(String message) {
        super(message);
    }

    public DeviceLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
