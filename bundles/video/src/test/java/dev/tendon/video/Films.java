/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import dev.tendon.lib.javacv.Natives;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Small films for tests: a moving gradient whose blue says which frame it is. */
final class Films {
    static final Video VIDEO = Video.of(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));
    static final PictureFormat SMALL = new PictureFormat(64, 48, 10);
    static final VideoEncoding AV1 = VideoEncoding.DEFAULT;
    static final VideoEncoding H264 = AV1.withVcodec("h264");

    private static final int BLUE_STEP = 12;

    private Films() {}

    /** Frame {@code index}: red grows to the right, green downwards, blue with the index. */
    static ByteBuffer frame(PictureFormat pictures, int index) {
        ByteBuffer rgb = ByteBuffer.allocateDirect(pictures.rgbBytes());
        for (int y = 0; y < pictures.height(); y++) {
            for (int x = 0; x < pictures.width(); x++) {
                rgb.put((byte) (x * 255 / pictures.width()));
                rgb.put((byte) (y * 255 / pictures.height()));
                rgb.put((byte) blue(index));
            }
        }
        return rgb.flip();
    }

    static int blue(int index) {
        return index * BLUE_STEP % 252;
    }

    /** Which frame it is, by its blue in the middle. */
    static int index(ByteBuffer rgb, VideoInfo info) {
        return Math.round(mean(rgb, info, 2) / (float) BLUE_STEP);
    }

    /** Mean of a channel, rounded. */
    static int mean(ByteBuffer rgb, VideoInfo info, int channel) {
        long sum = 0;
        int pixels = info.width() * info.height();
        for (int i = 0; i < pixels; i++) {
            sum += rgb.get(i * 3 + channel) & 0xff;
        }
        return (int) ((sum + pixels / 2) / pixels);
    }

    /** A finished film of so many frames. */
    static Path film(Path file, PictureFormat pictures, int frames, VideoEncoding encoding, VideoForm form)
            throws IOException {
        try (VideoEncoder encoder = VIDEO.encode(file, pictures, encoding, form, OptionalInt.empty())) {
            for (int i = 0; i < frames; i++) {
                encoder.write(frame(pictures, i));
            }
            encoder.finish();
        }
        return file;
    }

    /** Indices of all frames, in order; their time stamps are checked to be k/fps. */
    static List<Integer> indices(Path file, int fps) throws IOException {
        List<Integer> indices = new ArrayList<>();
        try (VideoReader reader = VIDEO.open(file, 1)) {
            ByteBuffer rgb = ByteBuffer.allocateDirect(reader.info().rgbBytes());
            double time = reader.next(rgb);
            while (!Double.isNaN(time)) {
                if (Math.abs(time * fps - indices.size()) > 1e-9) {
                    throw new AssertionError("frame " + indices.size() + " is at " + time + " s");
                }
                indices.add(index(rgb, reader.info()));
                time = reader.next(rgb);
            }
        }
        return indices;
    }

    /** A film that lies beside the tests. */
    static Path resource(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream bytes = Films.class.getResourceAsStream(name)) {
            Files.copy(bytes, file);
        }
        return file;
    }
}
