/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceException;

/** Motors that should have answered did not, while the port itself works: a person can often mend that and go on. */
public class MotorSilentException extends DeviceException {
    private static final long serialVersionUID = 1;

    public MotorSilentException(String message) {
        super(message);
    }
}
