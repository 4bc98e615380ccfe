/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture as a browser shows it. PNG of 8 bits and JPEG are so already; depth, which is grey of 16 bits or TIFF of floating point, becomes
 * colours between a nearest and a farthest value. Thread: any.
 */
final class BrowserPicture {
    private static final long MOST_PIXELS = 64L << 20;

    private BrowserPicture() {}

    /**
     * The bytes of a file that a browser shows.
     *
     * @param near value that gets the darkest colour; NaN: the picture's own least, above 0
     * @param far value that gets the lightest; NaN: the picture's own greatest
     * @throws IOException where it is no picture, or one of more than 64 million pixels
     */
    static byte[] of(byte[] bytes, double near, double far) throws IOException {
        if (shown(bytes)) {
            return bytes;
        }
        BufferedImage image = decode(bytes);
        Raster raster = image.getRaster();
        boolean depth = raster.getNumBands() == 1 && raster.getSampleModel().getSampleSize(0) > 8;
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(depth ? coloured(raster, near, far) : rgb(image), "png", png);
        return png.toByteArray();
    }

    /** The type of what {@link #of} gives. */
    static String type(byte[] head) {
        return jpeg(head) ? "image/jpeg" : "image/png";
    }

    private static boolean jpeg(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
    }

    private static boolean shown(byte[] bytes) {
        boolean png = bytes.length > 26 && (bytes[0] & 0xFF) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N';
        return jpeg(bytes) || (png && !(bytes[24] == 16 && bytes[25] == 0)); // bit depth, grey
    }

    private static BufferedImage decode(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("It is no picture that is known here");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IOException("A picture of " + reader.getWidth(0) + "x" + reader.getHeight(0) + " pixels");
                }
                return reader.read(0);
            } catch (RuntimeException e) { // what the JDK's readers throw at a broken file
                throw new IOException("It is a damaged picture", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage rgb(BufferedImage image) {
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(image, 0, 0, null);
        return rgb;
    }

    private static BufferedImage coloured(Raster raster, double near, double far) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        double[] row = new double[width];
        double low = near;
        double high = far;
        if (!(low < high)) {
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            for (int y = 0; y < height; y++) {
                for (double value : raster.getSamples(0, y, width, 1, 0, row)) {
                    if (value > 0 && value < Double.POSITIVE_INFINITY) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
            }
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, row[x] > 0 ? Viridis.colour((row[x] - low) / Math.max(high - low, 1e-9)) : 0);
            }
        }
        return image;
    }
}
