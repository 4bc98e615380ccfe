/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngFileTest {
    @TempDir
    Path folder;

    @Test
    void isReadByOthersPixelByPixel() throws Exception {
        Image image = new ImagePool(3, 2, 3, 1).take();
        for (int i = 0; i < 18; i++) {
            image.pixels().put(i, (byte) (13 * i));
        }
        Path file = folder.resolve("new/a.png");
        PngFile.write(file, image);
        PngFile.write(file, image);
        BufferedImage read = ImageIO.read(file.toFile());
        for (int i = 0; i < 6; i++) {
            int at = 3 * i;
            assertThat(read.getRGB(i % 3, i / 3) & 0xFFFFFF)
                    .isEqualTo((13 * at << 16) + (13 * (at + 1) << 8) + 13 * (at + 2));
        }
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
