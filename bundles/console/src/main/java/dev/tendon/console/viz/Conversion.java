/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.dataset.FormatException;
import dev.tendon.video.FrameNotFoundException;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Makes a video that a browser plays out of one that it does not: H.265, LeRobot's depth among it. Depth, which has one component, becomes
 * colours. Thread: any.
 */
final class Conversion {
    private static final Set<String> PLAYED = Set.of("av1", "h264", "vp8", "vp9");
    private static final Set<String> FORMATS = Set.of("yuv420p", "yuvj420p");
    private static final Set<String> DEEP = Set.of("av1", "vp9");

    private final Video video;

    Conversion(Video video) {
        this.video = video;
    }

    /** Whether browsers show a file as it is, as far as can be told. */
    boolean needless(Path file) {
        VideoInfo info;
        try {
            info = video.probe(file);
        } catch (IOException | RuntimeException e) {
            return true; // the browser will say
        }
        return info.channels() != 1
                && PLAYED.contains(info.codec())
                && (FORMATS.contains(info.pixFmt())
                        || (DEEP.contains(info.codec()) && info.pixFmt().equals("yuv420p10le")));
    }

    /**
     * Writes a part of a video.
     *
     * @param fromS time of its first frame
     * @param frames how many
     * @param fps frames per second, in both
     */
    void write(Path from, double fromS, int frames, double fps, Path to) throws IOException {
        if (fps != Math.rint(fps)) {
            throw new FormatException(
                    from,
                    "browsers do not play it, and at " + fps + " frames per second it is not converted",
                    "Encode it anew");
        }
        try (VideoReader reader = open(from)) {
            VideoInfo info = reader.info();
            // Colour is stored for two by two pixels.
            PictureFormat format = new PictureFormat(info.width() & ~1, info.height() & ~1, (int) fps);
            Colouring colouring = new Colouring(info, format);
            ByteBuffer read = ByteBuffer.allocateDirect(info.rgbBytes());
            ByteBuffer shown = ByteBuffer.allocateDirect(format.rgbBytes());
            try (VideoEncoder encoder = video.encode(to, format, encoding(), VideoForm.PLAIN, OptionalInt.empty())) {
                for (int frame = 0; frame < frames; frame++) {
                    read(reader, from, fromS + frame / fps, 0.5 / fps, read, frame > 0);
                    colouring.put(read, shown);
                    encoder.write(shown);
                }
                encoder.finish();
            }
        }
    }

    private VideoReader open(Path from) throws FormatException {
        try {
            return video.open(from, 1);
        } catch (IOException e) {
            throw damaged(from, e);
        }
    }

    /** Where there is no such frame, the one before stays, if there is one. */
    private static void read(
            VideoReader reader, Path from, double timeS, double toleranceS, ByteBuffer into, boolean another)
            throws FormatException {
        try {
            reader.frame(timeS, toleranceS, into);
        } catch (FrameNotFoundException e) {
            if (!another) {
                throw damaged(from, e);
            }
        } catch (IOException e) {
            throw damaged(from, e);
        }
    }

    /** What is wrong with what is read, unlike what is wrong with what is written. */
    private static FormatException damaged(Path from, IOException e) {
        return new FormatException(from + ": not shown in the page: " + e.getMessage(), e);
    }

    /** H.264 plays everywhere and is made fastest; AV1 is there in any case. */
    private VideoEncoding encoding() throws IOException {
        VideoEncoding encoding = video.encoders().contains("h264")
                ? new VideoEncoding("h264", "yuv420p", 10, 24, Optional.empty(), 0, "pyav", Map.of())
                : VideoEncoding.DEFAULT;
        return video.resolve(encoding);
    }
}
