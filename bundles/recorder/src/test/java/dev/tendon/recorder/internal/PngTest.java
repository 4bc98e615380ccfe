/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void anotherReaderSeesTheSamePixels() throws Exception {
        Random random = new Random(1);
        Png png = new Png(7, 5);
        for (int picture = 0; picture < 2; picture++) {
            byte[] pixels = new byte[7 * 5 * 3];
            random.nextBytes(pixels);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.encode(ByteBuffer.wrap(pixels))));
            assertThat(image.getWidth()).isEqualTo(7);
            assertThat(image.getHeight()).isEqualTo(5);
            for (int i = 0; i < 7 * 5; i++) {
                int rgb = (pixels[3 * i] & 0xFF) << 16 | (pixels[3 * i + 1] & 0xFF) << 8 | pixels[3 * i + 2] & 0xFF;
                assertThat(image.getRGB(i % 7, i / 7) & 0xFFFFFF).isEqualTo(rgb);
            }
        }
        png.close();
    }
}
