/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A decoded picture.
 *
 * @param rgb packed, three bytes a pixel
 */
record Picture(int width, int height, ByteBuffer rgb) {
    /** Bigger ones are not decoded. */
    static final long MOST_PIXELS = 64 << 20;

    static Picture decode(byte[] bytes) throws IOException {
        BufferedImage image;
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("A picture of " + bytes.length + " bytes is in no form that can be read here");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                image = read(reader);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) { // the decoders throw whatever they like at damaged bytes
            throw new IOException("A picture is damaged: " + e.getMessage(), e);
        }
        return of(image);
    }

    /** Its size is looked at before memory is taken. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("A picture of " + width + "x" + height + " pixels is too big");
        }
        return reader.read(0);
    }

    private static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
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
