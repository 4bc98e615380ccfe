/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/**
 * A decoded picture.
 *
 * @param rgb packed, three bytes a pixel
 */
record Picture(int width, int height, ByteBuffer rgb) {
    private static final long MOST_PIXELS = 64 << 20;

    static Picture decode(byte[] bytes) throws IOException {
        BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (RuntimeException e) { // the decoders throw whatever they like at damaged bytes
            throw new IOException("A picture is damaged: " + e.getMessage(), e);
        }
        if (image == null) {
            throw new IOException("A picture of " + bytes.length + " bytes is in no form that can be read here");
        }
        int width = image.getWidth();
        int height = image.getHeight();
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("A picture of " + width + "x" + height + " pixels is too big");
        }
        ByteBuffer rgb = ByteBuffer.allocate(width * height * 3);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                rgb.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
            }
        }
        return new Picture(width, height, rgb.flip());
    }
}
