/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature's values for consecutive rows, row after row, the elements of a row in row-major order. Made by its factories, which
 * take the arrays over, or grown by {@link Builder}. Immutable; only pictures may come from elsewhere as they are asked for.
 */
public abstract sealed class ColumnValues {
    private final int size;

    private ColumnValues(int size) {
        this.size = size;
    }

    /** Number of values: rows times elements. */
    public int size() {
        return size;
    }

    /** Whether its numbers are in single precision. */
    boolean inSingle() {
        return false;
    }

    /** A number, truth values as 0 and 1. */
    public double number(int at) {
        return integer(at);
    }

    /** A number in single precision. */
    public float single(int at) {
        return (float) number(at);
    }

    /** An integer, truth values as 0 and 1. */
    public long integer(int at) {
        throw new IllegalArgumentException("These values are no integers");
    }

    public String text(int at) {
        throw new IllegalArgumentException("These values are no texts");
    }

    /** A picture's file, as bytes; null where there is none. */
    public byte @Nullable [] picture(int at) throws IOException {
        throw new IllegalArgumentException("These values are no pictures");
    }

    /** A picture's name; null where it has none. */
    public @Nullable String pictureName(int at) throws IOException {
        throw new IllegalArgumentException("These values are no pictures");
    }

    /** The first {@code size} of {@code values}. */
    public static ColumnValues floats(float[] values, int size) {
        return new Floats(values, size);
    }

    /** The first {@code size} of {@code values}. */
    public static ColumnValues doubles(double[] values, int size) {
        return new Doubles(values, size);
    }

    /** The first {@code size} of {@code values}: integers of any width, and truth values. */
    public static ColumnValues integers(long[] values, int size) {
        return new Integers(values, size);
    }

    /** The same number {@code size} times. */
    public static ColumnValues same(long value, int size) {
        return new Counting(value, 0, size);
    }

    /** {@code size} numbers from {@code first} on. */
    public static ColumnValues counting(long first, int size) {
        return new Counting(first, 1, size);
    }

    public static ColumnValues texts(List<String> values) {
        return new Texts(List.copyOf(values));
    }

    /** {@code size} pictures, read as they are written. */
    public static ColumnValues pictures(Pictures pictures, int size) {
        return new Images(pictures, size);
    }

    /** Where pictures come from. Asked for one at a time, in order. */
    public interface Pictures {
        /** A file's bytes (PNG as a rule), or null. */
        byte @Nullable [] bytes(int row) throws IOException;

        /** Its name, or null; LeRobot 0.6 says {@code frame-000000.png}, 2025 {@code frame_000000.png}. */
        @Nullable
        String name(int row) throws IOException;
    }

    private static final class Floats extends ColumnValues {
        private final float[] values;

        Floats(float[] values, int size) {
            super(size);
            this.values = values;
        }

        @Override
        public double number(int at) {
            return values[at];
        }

        @Override
        boolean inSingle() {
            return true;
        }

        @Override
        public float single(int at) {
            return values[at];
        }
    }

    private static final class Doubles extends ColumnValues {
        private final double[] values;

        Doubles(double[] values, int size) {
            super(size);
            this.values = values;
        }

        @Override
        public double number(int at) {
            return values[at];
        }
    }

    private static final class Integers extends ColumnValues {
        private final long[] values;

        Integers(long[] values, int size) {
            super(size);
            this.values = values;
        }

        @Override
        public long integer(int at) {
            return values[at];
        }
    }

    private static final class Counting extends ColumnValues {
        private final long first;
        private final int step;

        Counting(long first, int step, int size) {
            super(size);
            this.first = first;
            this.step = step;
        }

        @Override
        public long integer(int at) {
            return first + (long) at * step;
        }
    }

    private static final class Texts extends ColumnValues {
        private final List<String> values;

        Texts(List<String> values) {
            super(values.size());
            this.values = values;
        }

        @Override
        public String text(int at) {
            return values.get(at);
        }
    }

    private static final class Images extends ColumnValues {
        private final Pictures pictures;

        Images(Pictures pictures, int size) {
            super(size);
            this.pictures = pictures;
        }

        @Override
        public byte @Nullable [] picture(int at) throws IOException {
            return pictures.bytes(at);
        }

        @Override
        public @Nullable String pictureName(int at) throws IOException {
            return pictures.name(at);
        }
    }

    /** A growing column of numbers in the precision of its feature. Thread: its creator's. */
    public static final class Builder {
        private final boolean single;
        private final boolean integral;
        private float[] floats = {};
        private double[] doubles = {};
        private long[] integers = {};
        private int size;

        private Builder(boolean single, boolean integral) {
            this.single = single;
            this.integral = integral;
        }

        /** For a feature of numbers or truth values, by its dtype. */
        public static Builder of(FeatureSpec feature) {
            String dtype = feature.dtype();
            boolean single = dtype.equals("float32") || dtype.equals("float16");
            return new Builder(single, !single && !dtype.equals("float64"));
        }

        /** Appends a number; a column of integers takes its whole part. */
        public void add(double value) {
            if (integral) {
                add((long) value);
            } else if (single) {
                if (size == floats.length) {
                    floats = Arrays.copyOf(floats, grown());
                }
                floats[size++] = (float) value;
            } else {
                if (size == doubles.length) {
                    doubles = Arrays.copyOf(doubles, grown());
                }
                doubles[size++] = value;
            }
        }

        /** Appends an integer. */
        public void add(long value) {
            if (!integral) {
                add((double) value);
                return;
            }
            if (size == integers.length) {
                integers = Arrays.copyOf(integers, grown());
            }
            integers[size++] = value;
        }

        public int size() {
            return size;
        }

        private int grown() {
            return Math.max(256, size + (size >> 1));
        }

        /** What was appended; the builder is not used afterwards. */
        public ColumnValues build() {
            return integral ? integers(integers, size) : single ? floats(floats, size) : doubles(doubles, size);
        }
    }
}
