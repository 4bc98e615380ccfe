/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import java.util.function.IntToDoubleFunction;

/**
 * Tables of sines and cosines that tell a transformer where a token stands. Facts: LeRobot 0.6, {@code
 * policies/act/modeling_act.py}; single precision where it computes so.
 */
final class Sinusoids {
    private static final double TEMPERATURE = 10000;
    private static final float EPSILON = 1e-6f;
    private static final float FULL_TURN = (float) (2 * Math.PI);

    private Sinusoids() {}

    /** Of positions in a sequence, [positions, {@code size}] by row-major index. */
    static IntToDoubleFunction sequence(int size) {
        return index -> {
            int position = index / size;
            int element = index % size;
            int pair = element / 2;
            double angle = position / Math.pow(TEMPERATURE, 2 * pair / (double) size);
            return element % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
        };
    }

    /** Of places in a picture, [{@code height} · {@code width}, {@code size}]: the first half of a token tells the row. */
    static float[] picture(int height, int width, int size) {
        int half = size / 2;
        float[] table = new float[height * width * size];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int start = (y * width + x) * size;
                fill(table, start, half, (y + 1) / (height + EPSILON) * FULL_TURN);
                fill(table, start + half, half, (x + 1) / (width + EPSILON) * FULL_TURN);
            }
        }
        return table;
    }

    private static void fill(float[] table, int start, int size, float place) {
        for (int element = 0; element < size; element++) {
            int pair = element / 2;
            float exponent = 2f * pair / size;
            float angle = place / (float) Math.pow(TEMPERATURE, exponent);
            table[start + element] = (float) (element % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
        }
    }
}
