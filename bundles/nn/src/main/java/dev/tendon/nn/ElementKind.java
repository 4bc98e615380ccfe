/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

/** What the elements of a tensor are while a network computes. */
public enum ElementKind {
    /** Single-precision numbers. */
    FLOAT32,
    /** Whole numbers of 64 bits: indices. */
    INT64,
    /** Truth values: masks. */
    BOOL
}
