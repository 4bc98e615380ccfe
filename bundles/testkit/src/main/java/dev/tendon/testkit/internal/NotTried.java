/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

/** A check needs something that was not given. */
public final class NotTried extends Exception {
    private static final long serialVersionUID = 1;

    private final String text;

    public NotTried(String text) {
        super(text);
        this.text = text;
    }

    /** What, as a sentence. */
    public String text() {
        return text;
    }
}
