/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.frame.Image;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures of one camera. Owner: the encoder's thread. */
final class JpegEncoder {
    private static final float QUALITY = 0.8f;

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("jpeg").next();
    private final ImageWriteParam settings = writer.getDefaultWriteParam();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private byte[] pixels = {};

    JpegEncoder() {
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(QUALITY);
    }

    /** Copies the picture, gives the reference back, and encodes the copy. */
    byte[] encodeAndRelease(Image image) throws IOException {
        int width = image.width();
        int height = image.height();
        int channels = image.channels();
        try {
            copy(image, width * height * channels);
        } finally {
            image.release();
        }
        BufferedImage picture = picture(width, height, channels);
        out.reset();
        try (MemoryCacheImageOutputStream sink = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(sink);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.setOutput(null);
        }
        return out.toByteArray();
    }

    private void copy(Image image, int size) {
        if (pixels.length != size) {
            pixels = new byte[size];
        }
        image.pixels().get(0, pixels);
    }

    private BufferedImage picture(int width, int height, int channels) {
        int[] order = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(pixels, pixels.length),
                width,
                height,
                width * channels,
                channels,
                order,
                new Point(0, 0));
        ColorSpace space = ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel colors =
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, raster, false, null);
    }

    void close() {
        writer.dispose();
    }
}
