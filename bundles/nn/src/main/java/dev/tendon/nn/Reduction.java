/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

/** How the elements along axes become one. */
public enum Reduction {
    SUM,
    MEAN,
    MAXIMUM
}
