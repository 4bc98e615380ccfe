/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

/** A promise is broken. */
public final class Violation extends Exception {
    private static final long serialVersionUID = 1;

    private final String text;

    public Violation(String text) {
        super(text);
        this.text = text;
    }

    /** How, as a sentence. */
    public String text() {
        return text;
    }

    /** Throws where {@code kept} is false. */
    static void unless(boolean kept, String text) throws Violation {
        if (!kept) {
            throw new Violation(text);
        }
    }
}
