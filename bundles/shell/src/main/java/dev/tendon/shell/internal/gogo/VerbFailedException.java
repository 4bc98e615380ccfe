/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.gogo;

/** A verb ended with another exit code than 0. What was wrong it has said already; Gogo prints {@link #toString}. */
final class VerbFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    VerbFailedException(int exitCode) {
        super("exit code " + exitCode, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // Gogo prints that, class name and all
    public String toString() {
        return getMessage();
    }
}
