/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.swap;

/** A running use could not be moved to another version; it goes on with the old one. The message says why. */
public final class SwapRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public SwapRefusedException(String message) {
        super(message);
    }

    public SwapRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
