/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.ImageStatistics;
import dev.tendon.video.Video;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Statistics of pictures that were not gathered while they were recorded, because the recorder died: from the sample of frames that
 * LeRobot looks at when it does not stream. Thread: any.
 */
final class PictureStatistics {
    private static final double TOLERANCE_S = 1e-3;

    private PictureStatistics() {}

    /** Of {@code frames} frames from second {@code fromS} on. */
    static FeatureStatistics ofVideo(Video video, Path file, double fromS, int frames) throws IOException {
        try (VideoReader reader = video.open(file, 1)) {
            VideoInfo info = reader.info();
            ImageStatistics statistics = new ImageStatistics();
            ByteBuffer rgb = ByteBuffer.allocateDirect(info.rgbBytes());
            for (int index : ImageStatistics.sampleIndices(frames)) {
                rgb.clear();
                reader.frame(fromS + index / info.fps(), TOLERANCE_S, rgb);
                rgb.clear();
                statistics.add(rgb, info.width(), info.height());
            }
            return statistics.result(FormatVersion.V3_0);
        }
    }

    static FeatureStatistics ofPictures(ColumnValues pictures, int frames) throws IOException {
        ImageStatistics statistics = new ImageStatistics();
        for (int index : ImageStatistics.sampleIndices(frames)) {
            byte[] bytes = pictures.picture(index);
            BufferedImage image = bytes == null ? null : ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new IOException("Picture " + index + " of the journal cannot be decoded");
            }
            statistics.add(rgb(image), image.getWidth(), image.getHeight());
        }
        return statistics.result(FormatVersion.V3_0);
    }

    private static ByteBuffer rgb(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        ByteBuffer rgb = ByteBuffer.allocate(3 * pixels.length);
        for (int pixel : pixels) {
            rgb.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        }
        return rgb.flip();
    }
}
