/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.tool.Export.Pictures;
import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.Span;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import dev.tendon.video.VideoReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
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
                decode(episode, frames);
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
            encode(rows.column(camera), rows.length(), episode, folder.resolve(name + ".mp4"));
        }
    }

    private static Path frame(Path folder, int frame, String ending) {
        return folder.resolve(String.format(Locale.ROOT, "frame_%06d.%s", frame, ending));
    }

    private void decode(EpisodeRow episode, Path folder) throws IOException, InterruptedException {
        Clip clip = Clip.of(set, episode, camera.name());
        try (VideoReader reader = video.open(clip.file(), 2)) {
            int width = reader.info().width();
            int height = reader.info().height();
            ByteBuffer rgb = ByteBuffer.allocateDirect(reader.info().rgbBytes());
            for (int frame = 0; frame < episode.length(); frame++) {
                Interrupts.check();
                double fps = set.spec().fps();
                reader.frame(clip.fromS() + frame / fps, 0.5 / fps, rgb);
                ImageIO.write(
                        image(rgb, width, height),
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
            byte[] bytes = bytes(pictures, frame, episode);
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

    private void encode(ColumnValues pictures, int frames, EpisodeRow episode, Path to)
            throws IOException, InterruptedException {
        Picture first = Picture.decode(bytes(pictures, 0, episode));
        PictureFormat format = new PictureFormat(
                first.width(), first.height(), (int) Math.rint(set.spec().fps()));
        ByteBuffer rgb = ByteBuffer.allocateDirect(format.rgbBytes());
        try (VideoEncoder encoder =
                video.encode(to, format, video.resolve(VideoEncoding.DEFAULT), VideoForm.PLAIN, OptionalInt.empty())) {
            for (int frame = 0; frame < frames; frame++) {
                Interrupts.check();
                Picture picture = frame == 0 ? first : Picture.decode(bytes(pictures, frame, episode));
                rgb.clear();
                rgb.put(picture.rgb()).flip();
                encoder.write(rgb);
            }
            encoder.finish();
        }
    }

    private static byte[] bytes(ColumnValues pictures, int frame, EpisodeRow episode) throws IOException {
        byte[] bytes = pictures.picture(frame);
        if (bytes == null) {
            throw new FormatException(
                    episode.data(),
                    "frame " + frame + " of episode " + episode.index() + " has no picture",
                    "Run tendon dataset validate");
        }
        return bytes;
    }
}
