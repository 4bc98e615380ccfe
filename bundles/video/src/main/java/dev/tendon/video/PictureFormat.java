/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import dev.tendon.api.option.ConfigException;

/**
 * What all frames of a video have in common.
 *
 * @param width pixels
 * @param height pixels
 * @param fps frames per second, a whole number as LeRobot's datasets have
 */
public record PictureFormat(int width, int height, int fps) {
    /** Frames with a longer side are refused. */
    public static final int MAX_SIDE = 16384;

    /** Frames with more pixels are refused: more than any camera gives (8K has 33 million), less than would exhaust memory. */
    public static final int MAX_PIXELS = 1 << 25;

    private static final int MAX_FPS = 1000;

    public PictureFormat {
        if (!possible(width, height)) {
            throw new ConfigException("A video of " + width + "x" + height
                    + " pixels is not possible; each side has 1 to " + MAX_SIDE + ", and both together " + MAX_PIXELS);
        }
        if (fps < 1 || fps > MAX_FPS) {
            throw new ConfigException("A video of " + fps + " frames per second is not possible; 1 to " + MAX_FPS);
        }
    }

    /** Whether frames of that size are accepted at all. */
    public static boolean possible(int width, int height) {
        return width >= 1
                && height >= 1
                && width <= MAX_SIDE
                && height <= MAX_SIDE
                && (long) width * height <= MAX_PIXELS;
    }

    /** Bytes of one frame as RGB24 without padding. */
    public int rgbBytes() {
        return Math.multiplyExact(Math.multiplyExact(width, height), 3);
    }
}
