/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

/**
 * A network cannot be built: shapes that do not fit, a parameter that is missing or of another shape. The message names the
 * operation and the tensors. Whoever built it from a user's file says which.
 */
public final class NetworkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NetworkException(String message) {
        super(message);
    }
}
