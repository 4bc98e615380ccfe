/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.nearest;

import java.nio.ByteBuffer;

/** Small pictures: means over the cells of a grid, whatever the picture's size. */
final class Thumbnail {
    /** Cells along each side. */
    static final int SIDE = 32;

    private static final int COLORS = 3;
    private static final double BRIGHTEST = 255;

    private Thumbnail() {}

    /**
     * A picture made small.
     *
     * @param pixels rows of pixels of {@code channels} bytes; grey where there is one
     * @return red, green and blue of each cell, row by row, from 0 to 1; a cell smaller than a pixel has that pixel's
     */
    static float[] of(ByteBuffer pixels, int width, int height, int channels) {
        float[] small = new float[SIDE * SIDE * COLORS];
        for (int cell = 0; cell < SIDE * SIDE; cell++) {
            int row = cell / SIDE;
            int column = cell % SIDE;
            int top = row * height / SIDE;
            int bottom = Math.max(top + 1, (row + 1) * height / SIDE);
            int left = column * width / SIDE;
            int right = Math.max(left + 1, (column + 1) * width / SIDE);
            for (int color = 0; color < COLORS; color++) {
                int channel = Math.min(color, channels - 1);
                long sum = 0;
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        sum += pixels.get((y * width + x) * channels + channel) & 0xff;
                    }
                }
                small[cell * COLORS + color] = (float) (sum / BRIGHTEST / ((long) (bottom - top) * (right - left)));
            }
        }
        return small;
    }
}
