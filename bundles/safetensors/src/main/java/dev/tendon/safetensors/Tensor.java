/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A named array of numbers: a view of bytes that somebody else keeps, mapped from a file or filled by the caller, who leaves them
 * alone from then on. Immutable. Thread: any.
 */
public final class Tensor {
    private final String name;
    private final ElementType type;
    private final long[] shape;
    private final int size;
    private final Supplier<ByteBuffer> source;

    private Tensor(String name, ElementType type, long[] shape, int size, Supplier<ByteBuffer> source) {
        this.name = name;
        this.type = type;
        this.shape = shape;
        this.size = size;
        this.source = source;
    }

    /**
     * A tensor over the remaining bytes of {@code bytes}, in row-major order and little-endian.
     *
     * @throws IllegalArgumentException where they are not as many as the shape and type need
     */
    public static Tensor of(String name, ElementType type, long[] shape, ByteBuffer bytes) {
        long expected = Shapes.bytes(type, shape);
        if (expected != bytes.remaining()) {
            throw new IllegalArgumentException(
                    "Tensor \"" + name + "\" of " + type + " " + Arrays.toString(shape) + " needs "
                            + (expected < 0 ? "more bytes than there can be" : expected + " bytes") + " and was given "
                            + bytes.remaining());
        }
        ByteBuffer own = bytes.slice().asReadOnlyBuffer();
        return new Tensor(name, type, shape.clone(), own.remaining(), own::duplicate);
    }

    /** A tensor of a copy of {@code values}, as {@link ElementType#F32}. */
    public static Tensor of(String name, long[] shape, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return of(name, ElementType.F32, shape, bytes);
    }

    /**
     * A tensor of the remaining numbers of {@code values}, as {@link ElementType#F32}. They are copied when its bytes are asked for, and each
     * time: so many can be written to a file without being in memory twice.
     *
     * @throws IllegalArgumentException where they are not as many as the shape needs
     */
    public static Tensor of(String name, long[] shape, FloatBuffer values) {
        FloatBuffer own = values.slice();
        if (Shapes.bytes(ElementType.F32, shape) != (long) own.remaining() * Float.BYTES) {
            throw new IllegalArgumentException("Tensor \"" + name + "\" of " + Arrays.toString(shape) + " was given "
                    + own.remaining() + " numbers");
        }
        return new Tensor(name, ElementType.F32, shape.clone(), own.remaining() * Float.BYTES, () -> {
            ByteBuffer copy = ByteBuffer.allocate(own.remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            copy.asFloatBuffer().put(own.duplicate());
            return copy;
        });
    }

    /** A tensor of a copy of {@code values}, as {@link ElementType#F64}. */
    public static Tensor of(String name, long[] shape, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return of(name, ElementType.F64, shape, bytes);
    }

    /** A tensor of a copy of {@code values}, as {@link ElementType#I64}. */
    public static Tensor of(String name, long[] shape, long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return of(name, ElementType.I64, shape, bytes);
    }

    public String name() {
        return name;
    }

    public ElementType type() {
        return type;
    }

    /** Elements along each axis, the slowest first; none for a single number. A copy. */
    public long[] shape() {
        return shape.clone();
    }

    /** Number of elements; 1 for a single number. */
    public int elements() {
        return (int) (size * 8L / type.bits());
    }

    /** The elements' bytes, little-endian, in row-major order: a read-only view with a position of its own. */
    public ByteBuffer bytes() {
        return source.get().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many bytes there are. */
    int size() {
        return size;
    }

    /**
     * The elements as single-precision numbers: exact for F32, F16 and BF16, and for F64 rounded to the nearest.
     *
     * @throws IllegalStateException where they are no floating-point numbers of those types
     */
    public float[] floats() {
        float[] values = new float[elements()];
        ByteBuffer bytes = bytes();
        switch (type) {
            case F32 -> bytes.asFloatBuffer().get(values);
            case F64 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) bytes.getDouble(i * Double.BYTES);
                }
            }
            case F16 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = HalfPrecision.toFloat(bytes.getShort(i * Short.BYTES));
                }
            }
            case BF16 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << Short.SIZE);
                }
            }
            default -> throw unlike("floating-point numbers (F16, BF16, F32, F64)");
        }
        return values;
    }

    /**
     * The elements as whole numbers: exact for all signed and unsigned integers and truth values; a U64 beyond 2<sup>63</sup> comes as its
     * bits.
     *
     * @throws IllegalStateException where they are no whole numbers
     */
    public long[] longs() {
        long[] values = new long[elements()];
        ByteBuffer bytes = bytes();
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case BOOL, U8 -> bytes.get(i) & 0xffL;
                case I8 -> bytes.get(i);
                case I16 -> bytes.getShort(i * Short.BYTES);
                case U16 -> bytes.getShort(i * Short.BYTES) & 0xffffL;
                case I32 -> bytes.getInt(i * Integer.BYTES);
                case U32 -> bytes.getInt(i * Integer.BYTES) & 0xffff_ffffL;
                case I64, U64 -> bytes.getLong(i * Long.BYTES);
                default -> throw unlike("whole numbers");
            };
        }
        return values;
    }

    /**
     * The elements as double-precision numbers; exact.
     *
     * @throws IllegalStateException where they are no floating-point numbers of 16 bits or more
     */
    public double[] doubles() {
        double[] values = new double[elements()];
        if (type == ElementType.F64) {
            bytes().asDoubleBuffer().get(values);
        } else {
            float[] floats = floats();
            for (int i = 0; i < values.length; i++) {
                values[i] = floats[i];
            }
        }
        return values;
    }

    private IllegalStateException unlike(String wanted) {
        return new IllegalStateException("Tensor \"" + name + "\" holds " + type + " and no " + wanted);
    }

    @Override
    public String toString() {
        return name + ": " + type + " " + Arrays.toString(shape);
    }
}
