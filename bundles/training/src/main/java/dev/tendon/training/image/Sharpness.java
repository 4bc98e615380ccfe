/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

/** Sharpness by a factor: torchvision 0.28, {@code transforms/v2/functional/_color.py}. */
final class Sharpness {
    private static final float EDGE = (float) (1.0 / 13);
    private static final float MIDDLE = (float) (5.0 / 13);

    private Sharpness() {}

    /** 0 is blurred, 1 leaves it; the outermost pixels stay. */
    static void adjust(Picture picture, float factor) {
        int width = picture.width;
        int height = picture.height;
        if (width <= 2 || height <= 2) {
            return;
        }
        for (float[] plane : picture.planes()) {
            float[] before = plane.clone();
            for (int y = 1; y < height - 1; y++) {
                for (int x = 1; x < width - 1; x++) {
                    int i = y * width + x;
                    float above = before[i - width - 1] + before[i - width] + before[i - width + 1];
                    float below = before[i + width - 1] + before[i + width] + before[i + width + 1];
                    float blurred = EDGE * (above + before[i - 1] + before[i + 1] + below) + MIDDLE * before[i];
                    plane[i] = before[i] + (1 - factor) * (blurred - before[i]);
                }
            }
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Picture.clamp(plane[i]);
            }
        }
    }
}
