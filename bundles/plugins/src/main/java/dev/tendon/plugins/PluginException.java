/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

/** A change of the store was refused; the store is as it was. The message says why and what to do. */
public final class PluginException extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** Whose mistake it is. */
    public enum Kind {
        /** What was given is no bundle, or no file at all: exit code 2. */
        NO_BUNDLE,
        /** It is a bundle that this host cannot take, or the wish does not fit the store: exit code 1. */
        REFUSED
    }

    public PluginException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public PluginException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
