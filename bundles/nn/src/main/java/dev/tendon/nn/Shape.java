/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.util.Arrays;

/** Elements along each axis of a tensor, the slowest first; no axis for a single number. Immutable. */
public final class Shape {
    private final long[] axes;

    private Shape(long[] axes) {
        this.axes = axes;
    }

    /** A shape of these axes, none negative. */
    public static Shape of(long... axes) {
        for (long axis : axes) {
            if (axis < 0) {
                throw new IllegalArgumentException("A negative axis in " + Arrays.toString(axes));
            }
        }
        return new Shape(axes.clone());
    }

    /** Number of axes. */
    public int rank() {
        return axes.length;
    }

    /** Elements along axis {@code axis}; a negative one counts from the end, -1 being the last. */
    public long axis(int axis) {
        return axes[index(axis)];
    }

    /** {@code axis} counted from the front. */
    int index(int axis) {
        int index = axis < 0 ? axis + axes.length : axis;
        if (index < 0 || index >= axes.length) {
            throw new NetworkException("there is no axis " + axis + " in " + this);
        }
        return index;
    }

    /** Number of elements; 1 without axes. */
    public long elements() {
        long elements = 1;
        for (long axis : axes) {
            elements = Math.multiplyExact(elements, axis);
        }
        return elements;
    }

    /** This shape with {@code elements} along {@code axis}. */
    public Shape with(int axis, long elements) {
        long[] changed = axes.clone();
        changed[index(axis)] = elements;
        return of(changed);
    }

    /** The axes; a copy. */
    public long[] toArray() {
        return axes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(axes, shape.axes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(axes);
    }

    @Override
    public String toString() {
        return Arrays.toString(axes);
    }
}
