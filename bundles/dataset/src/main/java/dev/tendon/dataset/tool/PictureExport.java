/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.tool.Export.Pictures;
import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.video.Span;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoding;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes one camera's pictures of an episode. */
final class PictureExport {
    private final SourceSet set;
    private final FeatureSpec camera;
    private final Video video;

    PictureExport(SourceSet set, FeatureSpec camera, Video video) {
        this.set = set;
        this.camera = camera;
        this.video = video;
    }

    void write(EpisodeRow episode, Rows rows, Path folder, String name, Pictures as)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (as == Pictures.PNG) {
            Path frames = Files.createDirectory(folder.resolve(name));
            if (camera.video()) {
                decode(episode, rows, frames);
            } else {
                copy(rows.column(camera), rows.length(), episode, frames);
            }
        } else if (camera.video()) {
            Clip clip = Clip.of(set, episode, camera.name());
            video.cut(
                    clip.file(),
                    new Span(clip.fromS(), clip.toS()),
                    folder.resolve(name + ".mp4"),
                    VideoTools.encoding(camera.info()));
        } else {
            try (EpisodePictures pictures = EpisodePictures.open(video, set, episode, rows, camera)) {
                pictures.encode(
                        video,
                        folder.resolve(name + ".mp4"),
                        video.resolve(VideoEncoding.DEFAULT),
                        set.spec().fps(),
                        episode.length());
            }
        }
    }

    private static Path frame(Path folder, int frame, String ending) {
        return folder.resolve(String.format(Locale.ROOT, "frame_%06d.%s", frame, ending));
    }

    private void decode(EpisodeRow episode, Rows rows, Path folder) throws IOException, InterruptedException {
        try (EpisodePictures pictures = EpisodePictures.open(video, set, episode, rows, camera)) {
            ByteBuffer rgb = pictures.buffer();
            for (int frame = 0; frame < episode.length(); frame++) {
                Interrupts.check();
                pictures.frame(frame, rgb);
                ImageIO.write(
                        image(rgb, pictures.width(), pictures.height()),
                        "png",
                        frame(folder, frame, "png").toFile());
            }
        }
    }

    private static BufferedImage image(ByteBuffer rgb, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            int at = rgb.position() + y * width * 3;
            for (int x = 0; x < width; x++, at += 3) {
                row[x] = (rgb.get(at) & 0xFF) << 16 | (rgb.get(at + 1) & 0xFF) << 8 | (rgb.get(at + 2) & 0xFF);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    /** The files as they are: PNG as a rule; a depth map is a TIFF. */
    private static void copy(ColumnValues pictures, int frames, EpisodeRow episode, Path folder)
            throws IOException, InterruptedException {
        for (int frame = 0; frame < frames; frame++) {
            Interrupts.check();
            byte[] bytes = EpisodePictures.bytes(pictures, frame, episode);
            Files.write(frame(folder, frame, ending(bytes)), bytes);
        }
    }

    private static String ending(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return switch (first) {
            case 0xFFD8 -> "jpg";
            case 0x4949, 0x4D4D -> "tiff";
            default -> "png";
        };
    }
}
