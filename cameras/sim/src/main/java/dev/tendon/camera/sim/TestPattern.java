/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import java.nio.ByteBuffer;

/**
 * Colour bars under a band with the picture's number, which any program can read from the pixels, even after lossy compression:
 *
 * <ul>
 *   <li>the band covers the top eighth of the picture's height;
 *   <li>it is cut into {@value #BITS} blocks of {@code width / 32} pixels each, from the left edge (what remains at the right is
 *       black);
 *   <li>block 0 is the highest bit, block 31 the lowest; white (255) is 1, black (0) is 0. Read the pixel in its middle against 128.
 * </ul>
 *
 * <p>Below, a white line of two pixels moves right by two pixels a picture, for the human eye.
 */
final class TestPattern implements Scene {
    static final int BITS = 32;

    private static final int[] BARS = {0xC0C0C0, 0xC0C000, 0x00C0C0, 0x00C000, 0xC000C0, 0xC00000, 0x0000C0, 0x202020};
    private static final int LINE = 2;

    private final int width;
    private final int bandHeight;
    private final int height;
    private final byte[] bars;
    private final byte[] row;

    TestPattern(int width, int height) {
        this.width = width;
        this.height = height;
        bandHeight = height / 8;
        row = new byte[3 * width];
        bars = new byte[3 * width];
        for (int x = 0; x < width; x++) {
            int colour = BARS[x * BARS.length / width];
            bars[3 * x] = (byte) (colour >> 16);
            bars[3 * x + 1] = (byte) (colour >> 8);
            bars[3 * x + 2] = (byte) colour;
        }
    }

    @Override
    public void draw(ByteBuffer pixels, long number) {
        int block = width / BITS;
        for (int x = 0; x < width; x++) {
            int bit = BITS - 1 - x / block;
            set(x, bit >= 0 && (number >> bit & 1) == 1 ? (byte) 255 : 0);
        }
        rows(pixels, 0, bandHeight, row);
        System.arraycopy(bars, 0, row, 0, row.length);
        int line = (int) (number * LINE % width);
        for (int x = line; x < Math.min(width, line + LINE); x++) {
            set(x, (byte) 255);
        }
        rows(pixels, bandHeight, height, row);
    }

    private void set(int x, byte value) {
        row[3 * x] = value;
        row[3 * x + 1] = value;
        row[3 * x + 2] = value;
    }

    private static void rows(ByteBuffer pixels, int from, int to, byte[] row) {
        for (int y = from; y < to; y++) {
            pixels.put(y * row.length, row, 0, row.length);
        }
    }
}
