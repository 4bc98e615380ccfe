/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.DatasetFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes pictures that lie in a data file (PNG, as LeRobot writes them; JPEG and TIFF too), no bigger than their feature declares. */
final class PictureCheck {
    private final int width;
    private final int height;

    /** For pictures of {@code feature},. */
    PictureCheck(DatasetFeature feature) {
        PictureSize size = PictureSize.of(feature);
        width = size.width();
        height = size.height();
    }

    /** What is wrong with it, as half a sentence; empty where it is as it should be. */
    Optional<String> problem(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.of("is no picture that can be read here (" + bytes.length + " bytes)");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return decode(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) { // the decoders throw whatever they like at damaged bytes
            return Optional.of("is damaged (" + (e.getMessage() == null ? e : e.getMessage()) + ")");
        }
    }

    private Optional<String> decode(ImageReader reader) throws IOException {
        int actualWidth = reader.getWidth(0);
        int actualHeight = reader.getHeight(0);
        if (actualWidth != width || actualHeight != height) {
            return Optional.of("is " + actualWidth + "x" + actualHeight + " pixels instead of " + width + "x" + height);
        }
        if ((long) actualWidth * actualHeight > Picture.MOST_PIXELS) {
            return Optional.of("is too big to be decoded here");
        }
        reader.read(0);
        return Optional.empty();
    }
}
