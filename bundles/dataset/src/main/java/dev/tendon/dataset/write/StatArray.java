/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statistic's value: numbers in a shape, {@code [6]} for six joints, {@code [3, 1, 1]} for three channels. Immutable. */
public final class StatArray {
    private final double[] values;
    private final int[] shape;
    private final Kind kind;

    private StatArray(double[] values, int[] shape, Kind kind) {
        this.values = values;
        this.shape = shape;
        this.kind = kind;
    }

    private enum Kind {
        REAL,
        INTEGER,
        TRUTH
    }

    /**
     * Numbers in row-major order.
     *
     * @param integral whether they are written as integers
     * @throws IllegalArgumentException where the shape holds another number of values
     */
    public static StatArray of(double[] values, boolean integral, int... shape) {
        return of(values, integral ? Kind.INTEGER : Kind.REAL, shape);
    }

    /** Truth values, as 0 and 1: what the 2025 format has for the least and the greatest of truth values. */
    public static StatArray truths(double[] values, int... shape) {
        return of(values, Kind.TRUTH, shape);
    }

    private static StatArray of(double[] values, Kind kind, int... shape) {
        int wanted = 1;
        for (int extent : shape) {
            wanted = Math.multiplyExact(wanted, extent);
        }
        if (wanted != values.length || shape.length == 0) {
            throw new IllegalArgumentException(values.length + " values in the shape " + Arrays.toString(shape));
        }
        return new StatArray(values.clone(), shape.clone(), kind);
    }

    /** A vector. */
    public static StatArray vector(double... values) {
        return of(values, false, values.length);
    }

    /** A count. */
    public static StatArray count(long count) {
        return of(new double[] {count}, true, 1);
    }

    public int size() {
        return values.length;
    }

    public double get(int at) {
        return values[at];
    }

    /** All numbers, in an array of the caller's own. */
    public double[] toArray() {
        return values.clone();
    }

    public List<Integer> shape() {
        return Arrays.stream(shape).boxed().toList();
    }

    /** Whether its numbers are integers by type. */
    public boolean integral() {
        return kind == Kind.INTEGER;
    }

    /** Whether its values are truth values by type. */
    public boolean truth() {
        return kind == Kind.TRUTH;
    }

    /** A value as it is written: a {@code Double}, {@code Long} or {@code Boolean}. */
    Object boxed(int at) {
        return switch (kind) {
            case REAL -> values[at];
            case INTEGER -> (long) values[at];
            case TRUTH -> values[at] != 0;
        };
    }

    /** Other values of this kind and shape. */
    StatArray like(double[] others) {
        return of(others, kind, shape);
    }

    /** Other numbers in this shape, with a point. */
    StatArray with(double[] others) {
        return of(others, false, shape);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatArray that
                && Arrays.equals(values, that.values)
                && Arrays.equals(shape, that.shape)
                && kind == that.kind;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return Arrays.toString(values) + (shape.length == 1 ? "" : " in " + Arrays.toString(shape));
    }
}
