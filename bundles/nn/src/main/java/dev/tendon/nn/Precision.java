/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

/** What a network is computed with, where it infers. */
public enum Precision {
    /** Single precision. */
    FLOAT32,
    /**
     * Products in integers of 8 bits. The first run is computed in single precision and shows which numbers occur; so it should be given what
     * is usual, and takes longer. Results are near those of single precision, and no nearer.
     */
    INT8
}
