/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

/** Thrown in a control thread that comes back after the watchdog gave it up. Carries nothing: it ends the thread. */
final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    Abandoned() {
        super("Given up by the watchdog", null, false, false);
    }
}
