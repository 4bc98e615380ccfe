/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a picture that lies in a data file: PNG, as LeRobot writes it, or JPEG. */
final class CodedPicture {
    private CodedPicture() {}

    /**
     * Decodes it.
     *
     * @param where names the picture in errors
     */
    static void decode(byte[] coded, Camera camera, ByteBuffer rgb, String where) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(coded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new dev.tendon.dataset.FormatException(
                        where + " is no picture that is read here. Validate the dataset");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if (reader.getWidth(0) != camera.width() || reader.getHeight(0) != camera.height()) {
                    throw new dev.tendon.dataset.FormatException(where + " has " + reader.getWidth(0) + "x"
                            + reader.getHeight(0) + " pixels instead of " + camera.width() + "x" + camera.height()
                            + ". Validate the dataset");
                }
                copy(reader.read(0), rgb);
            } finally {
                reader.dispose();
            }
        } catch (dev.tendon.dataset.FormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the decoders throw whatever they like at damaged bytes
            throw new dev.tendon.dataset.FormatException(where + " is damaged (" + e + "). Validate the dataset", e);
        }
    }

    private static void copy(BufferedImage image, ByteBuffer rgb) {
        Raster raster = image.getRaster();
        int at = 0;
        if (raster.getNumBands() == Camera.CHANNELS && image.getColorModel().getComponentSize(0) == Byte.SIZE) {
            int[] row = new int[image.getWidth() * Camera.CHANNELS];
            for (int y = 0; y < image.getHeight(); y++) {
                raster.getPixels(0, y, image.getWidth(), 1, row);
                for (int sample : row) {
                    rgb.put(at++, (byte) sample);
                }
            }
            return;
        }
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, image.getWidth(), 1, row, 0, image.getWidth());
            for (int pixel : row) {
                rgb.put(at++, (byte) (pixel >> 16));
                rgb.put(at++, (byte) (pixel >> 8));
                rgb.put(at++, (byte) pixel);
            }
        }
    }
}
