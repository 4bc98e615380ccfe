/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures as a browser shows them. */
class BrowserPictureTest {
    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** Millimetres that grow from left to right, from 0: nothing measured. */
    private static BufferedImage depth() {
        BufferedImage image = new BufferedImage(11, 2, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 11; x++) {
            image.getRaster().setSample(x, 0, 0, 200 * x);
            image.getRaster().setSample(x, 1, 0, 200 * x);
        }
        return image;
    }

    @Test
    void leavesPicturesOfEightBitsAlone() throws Exception {
        BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
        for (String format : new String[] {"png", "jpeg"}) {
            byte[] bytes = encoded(image, format);
            assertThat(BrowserPicture.of(bytes, Double.NaN, Double.NaN)).isSameAs(bytes);
            assertThat(BrowserPicture.type(bytes)).isEqualTo("image/" + format);
        }
    }

    @Test
    void coloursDepth() throws Exception {
        for (String format : new String[] {"png", "tiff"}) {
            BufferedImage shown = ImageIO.read(
                    new ByteArrayInputStream(BrowserPicture.of(encoded(depth(), format), Double.NaN, Double.NaN)));
            assertThat(shown.getRGB(0, 0) & 0xFFFFFF).as("nothing measured").isZero();
            assertThat(shown.getRGB(1, 0) & 0xFFFFFF).as("the nearest").isEqualTo(0x440154);
            assertThat(shown.getRGB(10, 1) & 0xFFFFFF).as("the farthest").isEqualTo(0xFDE725);
            assertThat(shown.getRGB(5, 0)).isNotEqualTo(shown.getRGB(6, 0));
        }
    }

    @Test
    void coloursDepthByTheDatasetsRangeWhereItIsKnown() throws Exception {
        BufferedImage shown =
                ImageIO.read(new ByteArrayInputStream(BrowserPicture.of(encoded(depth(), "png"), 1000, 1200)));
        assertThat(shown.getRGB(5, 0) & 0xFFFFFF).isEqualTo(0x440154);
        assertThat(shown.getRGB(6, 0) & 0xFFFFFF).isEqualTo(0xFDE725);
        assertThat(shown.getRGB(9, 0) & 0xFFFFFF).isEqualTo(0xFDE725);
    }

    @Test
    void refusesWhatIsNoPictureOrTornOrTooLarge() throws Exception {
        byte[] png = encoded(depth(), "png");
        byte[] torn = java.util.Arrays.copyOf(png, 60);
        byte[] huge = png.clone();
        huge[16] = 0x40; // width
        huge[20] = 0x40; // height
        for (byte[] bytes : new byte[][] {{}, {1, 2, 3}, torn, huge}) {
            assertThatThrownBy(() -> BrowserPicture.of(bytes, Double.NaN, Double.NaN))
                    .isInstanceOf(IOException.class);
        }
    }
}
