/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.io.IOException;

/** A file is no bundle. The message names the file and says what is wrong with it. */
public final class NotABundleException extends IOException {
    private static final long serialVersionUID = 1;

    NotABundleException(String message) {
        super(message);
    }

    public NotABundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
