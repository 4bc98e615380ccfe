/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

/** Loops over numbers that several rules need. */
final class Arithmetic {
    private Arithmetic() {}

    /** {@code target += alpha * other}, as PyTorch's {@code add_(other, alpha=…)}. */
    static void addScaled(float[] target, float[] other, float alpha, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = Math.fma(other[i], alpha, target[i]);
        }
    }

    /** {@code values *= factor}. */
    static void scale(float[] values, float factor, int length) {
        for (int i = 0; i < length; i++) {
            values[i] *= factor;
        }
    }

    /** Adds the values' squares to {@code sum}, in four columns of double precision. */
    static double addSquares(float[] values, int length, double sum) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (; i < length; i++) {
            a += (double) values[i] * values[i];
        }
        return sum + ((a + b) + (c + d));
    }
}
