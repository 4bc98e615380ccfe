/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

/** A function of one number, applied to every element. */
public enum Unary {
    NEGATE,
    ABSOLUTE,
    EXP,
    LOG,
    SQRT,
    SIN,
    COS,
    TANH,
    SIGMOID,
    RELU,
    /** x · Φ(x), exact. */
    GELU,
    /** Its approximation by tanh, as PyTorch's {@code gelu(approximate="tanh")}. */
    GELU_TANH,
    /** x · sigmoid(x). */
    SILU,
    /** x · tanh(ln(1 + eˣ)). */
    MISH
}
