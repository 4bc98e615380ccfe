/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.host;

/** A verb is known but cannot run in this host; the message says what is missing. */
public final class VerbUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public VerbUnavailableException(String message) {
        super(message);
    }

    public VerbUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
