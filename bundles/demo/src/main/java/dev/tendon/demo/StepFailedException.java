/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

/** A command of the demo did not end well. */
final class StepFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    StepFailedException(String verb, int exitCode) {
        super("tendon " + verb + " ended with exit code " + exitCode + "; it says why above");
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
