/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

/**
 * How a convolution or a pooling moves, the same along every spatial axis.
 *
 * @param stride steps between two places
 * @param padding zeros (for a pooling: nothing) added on both sides
 * @param dilation steps between two elements of the kernel
 * @param groups parts that the channels fall into, each with kernels of its own
 */
public record ConvSettings(int stride, int padding, int dilation, int groups) {
    public ConvSettings {
        if (stride < 1 || padding < 0 || dilation < 1 || groups < 1) {
            throw new IllegalArgumentException("stride, dilation and groups must be positive, padding not negative");
        }
    }

    /** Step by step, without padding. */
    public static ConvSettings plain() {
        return new ConvSettings(1, 0, 1, 1);
    }

    public ConvSettings stride(int next) {
        return new ConvSettings(next, padding, dilation, groups);
    }

    public ConvSettings padding(int next) {
        return new ConvSettings(stride, next, dilation, groups);
    }

    public ConvSettings dilation(int next) {
        return new ConvSettings(stride, padding, next, groups);
    }

    public ConvSettings groups(int next) {
        return new ConvSettings(stride, padding, dilation, next);
    }

    /** Places along an axis of {@code size} elements for a kernel of {@code kernel}; below 1 where it does not fit. */
    long places(long size, long kernel) {
        return Math.floorDiv(size + 2L * padding - dilation * (kernel - 1) - 1, stride) + 1;
    }

    /** What {@link #places} undoes: elements along an axis of a transposed convolution's result. */
    long spread(long size, long kernel) {
        return (size - 1) * stride - 2L * padding + dilation * (kernel - 1) + 1;
    }
}
