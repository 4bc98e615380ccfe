/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import dev.tendon.api.frame.Image;

/** Reads the number in a test pattern as {@link TestPattern} documents it, knowing nothing else of it. */
final class PatternReader {
    private PatternReader() {}

    static long number(Image image) {
        int block = image.width() / 32;
        int y = image.height() / 16;
        long number = 0;
        for (int i = 0; i < 32; i++) {
            int x = i * block + block / 2;
            int red = image.pixels().get(3 * (y * image.width() + x)) & 0xFF;
            number = number << 1 | (red >= 128 ? 1 : 0);
        }
        return number;
    }
}
