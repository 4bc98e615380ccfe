/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import java.nio.ByteOrder;
import org.apache.parquet.io.api.Binary;

/** Numbers of 16 bits (IEEE 754 binary16), which Java 17 cannot convert by itself. */
public final class HalfFloat {
    /** How many bytes it takes in Parquet. */
    public static final int BYTES = 2;

    private static final int SIGN = 0x8000;
    private static final int INFINITY = 0x7c00;
    private static final int QUIET = 0x0200;
    private static final float LEAST_OVERFLOW = 65520f;
    private static final float LEAST_NORMAL = 0x1p-14f;
    private static final float SUBNORMAL_STEP = 0x1p-24f;

    private HalfFloat() {}

    /** The nearest one, ties to even. */
    public static short of(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & SIGN;
        float size = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | INFINITY | QUIET);
        } else if (size >= LEAST_OVERFLOW) {
            return (short) (sign | INFINITY);
        } else if (size < LEAST_NORMAL) {
            return (short) (sign | (int) Math.rint(size / (double) SUBNORMAL_STEP));
        }
        int exponent = Math.getExponent(size);
        int fraction = (int) Math.rint(Math.scalb((double) size, 10 - exponent)) - 1024;
        return (short) (sign | (((exponent + 15) << 10) + fraction));
    }

    /** Its value. */
    public static float value(short half) {
        int exponent = half >>> 10 & 0x1f;
        int fraction = half & 0x3ff;
        float size = exponent == 0
                ? fraction * SUBNORMAL_STEP
                : exponent == 0x1f
                        ? (fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN)
                        : Math.scalb(1024f + fraction, exponent - 25);
        return (half & SIGN) == 0 ? size : -size;
    }

    /** Its value, as Parquet stores it. */
    public static float value(Binary stored) {
        return value(stored.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getShort());
    }
}
