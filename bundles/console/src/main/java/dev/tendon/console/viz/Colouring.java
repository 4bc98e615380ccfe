/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.video.PictureFormat;
import dev.tendon.video.VideoInfo;
import java.nio.ByteBuffer;

/**
 * From a decoded frame to the one that is shown: cut to an even size; depth in colours, whose range is that of the first frame. Thread: its
 * creator's.
 */
final class Colouring {
    private static final int LEVELS = 256;
    /** Share of the pixels at either end that the range leaves out. */
    private static final double OUTLIERS = 0.01;

    private final int sourceRow;
    private final int row;
    private final int rows;
    private final boolean depth;
    private int[] colours = {};

    Colouring(VideoInfo from, PictureFormat to) {
        sourceRow = from.width() * 3;
        row = to.width() * 3;
        rows = to.height();
        depth = from.channels() == 1;
    }

    /** Both buffers keep their position. */
    void put(ByteBuffer from, ByteBuffer to) {
        if (!depth) {
            for (int y = 0; y < rows; y++) {
                to.put(to.position() + y * row, from, from.position() + y * sourceRow, row);
            }
            return;
        }
        if (colours.length == 0) {
            colours = range(from);
        }
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < row; x += 3) {
                int colour = colours[from.get(from.position() + y * sourceRow + x) & 0xFF];
                int at = to.position() + y * row + x;
                to.put(at, (byte) (colour >> 16))
                        .put(at + 1, (byte) (colour >> 8))
                        .put(at + 2, (byte) colour);
            }
        }
    }

    /** A colour for each level; level 0, where nothing was measured, is black. */
    private int[] range(ByteBuffer frame) {
        int[] counts = new int[LEVELS];
        int measured = 0;
        for (int at = frame.position(); at < frame.position() + sourceRow * rows; at += 3) {
            int level = frame.get(at) & 0xFF;
            if (level > 0) {
                counts[level]++;
                measured++;
            }
        }
        int near = level(counts, measured * OUTLIERS);
        int far = level(counts, measured * (1 - OUTLIERS));
        int[] table = new int[LEVELS];
        for (int level = 1; level < LEVELS; level++) {
            table[level] = Viridis.colour((level - near) / (double) Math.max(1, far - near));
        }
        return table;
    }

    /** The level below which so many pixels are. */
    private static int level(int[] counts, double pixels) {
        double passed = 0;
        int level = 1;
        while (level < LEVELS - 1 && passed + counts[level] <= pixels) {
            passed += counts[level++];
        }
        return level;
    }
}
