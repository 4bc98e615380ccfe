/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

/** IEEE 754 half-precision numbers, which Java 17 does not convert by itself. */
final class HalfPrecision {
    private static final int FRACTION_BITS = 10;
    private static final float SMALLEST = 0x1p-24f;

    private HalfPrecision() {}

    /** The same number in single precision; exact. */
    static float toFloat(short half) {
        int exponent = half >>> FRACTION_BITS & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * SMALLEST;
            return half < 0 ? -magnitude : magnitude;
        }
        int sign = (half & 0x8000) << 16;
        int wide = exponent == 0x1f ? 0xff : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | (wide << 23) | fraction << (23 - FRACTION_BITS));
    }
}
