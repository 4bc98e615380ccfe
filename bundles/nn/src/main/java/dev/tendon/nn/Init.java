/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.util.function.IntToDoubleFunction;

/** How a parameter begins where no weights are given. */
public sealed interface Init {
    /** All zero. */
    Init ZEROS = new Constant(0);
    /** All one. */
    Init ONES = new Constant(1);

    /** All {@code value}. */
    record Constant(float value) implements Init {}

    /** Uniform in [-{@code bound}, {@code bound}). */
    record Uniform(double bound) implements Init {}

    /** Normal with mean 0 and standard deviation {@code deviation}. */
    record Normal(double deviation) implements Init {}

    /** The value of each element by its index in row-major order: a table that a checkpoint keeps though it could be computed. */
    record Computed(IntToDoubleFunction valueAt) implements Init {}

    /** PyTorch's default for a linear layer or convolution, weight and bias alike: uniform within 1/√fan-in. */
    static Init fanIn(long fanIn) {
        return new Uniform(1 / Math.sqrt((double) fanIn));
    }

    /** Xavier's uniform: within √(6 / (fan-in + fan-out)). */
    static Init xavier(long fanIn, long fanOut) {
        return new Uniform(Math.sqrt(6.0 / ((double) fanIn + fanOut)));
    }
}
