/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.option.IndexOrPath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Footage made here: picture n is grey of 20 n, its left half is red. */
final class Samples {
    static final int WIDTH = 64;
    static final int HEIGHT = 48;
    static final int FPS = 25;

    private Samples() {}

    static OpenCvCameraConfig config(
            Path file, int width, int height, int fps, ColorMode mode, int rotation, boolean loop) {
        return new OpenCvCameraConfig(
                new IndexOrPath.Path(file.toString()),
                fps,
                width,
                height,
                mode,
                rotation,
                0,
                Optional.empty(),
                Backend.ANY,
                2000,
                loop);
    }

    static OpenCvCameraConfig config(Path file) {
        return config(file, WIDTH, HEIGHT, FPS, ColorMode.RGB, 0, true);
    }

    static Path video(Path folder, int pictures) throws IOException {
        Path file = folder.resolve("clip.mp4");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT)) {
            recorder.setFormat("mp4");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
            recorder.setVideoBitrate(2_000_000);
            recorder.setFrameRate(FPS);
            recorder.start();
            try (Frame frame = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 3)) {
                for (int n = 0; n < pictures; n++) {
                    ByteBuffer bgr = (ByteBuffer) frame.image[0];
                    for (int y = 0; y < HEIGHT; y++) {
                        for (int x = 0; x < WIDTH; x++) {
                            int colour = colour(n, x);
                            int at = y * frame.imageStride + 3 * x;
                            bgr.put(at, (byte) colour)
                                    .put(at + 1, (byte) (colour >> 8))
                                    .put(at + 2, (byte) (colour >> 16));
                        }
                    }
                    recorder.record(frame);
                }
            }
            recorder.stop();
        }
        return file;
    }

    static void pictures(Path folder, int first, int count) throws IOException {
        for (int n = 0; n < count; n++) {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    image.setRGB(x, y, colour(n, x));
                }
            }
            String name = String.format(Locale.ROOT, "img-%06d.png", first + n);
            ImageIO.write(image, "png", folder.resolve(name).toFile());
        }
    }

    private static int colour(int n, int x) {
        return x < WIDTH / 2 ? 0xC00000 : 20 * n * 0x010101;
    }
}
