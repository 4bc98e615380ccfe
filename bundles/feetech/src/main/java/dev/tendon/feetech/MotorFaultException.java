/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import dev.tendon.api.device.DeviceException;

/** A servo answered, and reports a fault. What it was told has been done, what it was asked for was right. */
public final class MotorFaultException extends DeviceException {
    private static final long serialVersionUID = 1;

    private final int id;
    private final int bits;

    MotorFaultException(String message, int id, int bits) {
        super(message);
        this.id = id;
        this.bits = bits;
    }

    /** Whose fault. */
    public int id() {
        return id;
    }

    /** The bits of {@link StatusBits}. */
    public int bits() {
        return bits;
    }
}
