/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import org.osgi.annotation.versioning.ConsumerType;

/** A program that knows how much it computes: a second interface of a {@link Program}. Thread: any. */
@ConsumerType
public interface CountsFlops {
    /** Floating-point operations of the matrix products and convolutions of one run; a multiplication and an addition are two. */
    long flops();
}
