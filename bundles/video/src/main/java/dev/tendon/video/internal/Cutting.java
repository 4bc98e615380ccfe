/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import dev.tendon.video.PictureFormat;
import dev.tendon.video.Span;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Takes a part out of a file. */
final class Cutting {
    private final Path from;
    private final Path to;
    private final Span part;

    Cutting(Path from, Span part, Path to) {
        this.from = from;
        this.to = to;
        this.part = part;
    }

    /**
     * Copies the part.
     *
     * @return false, and nothing done, where copying would not give exactly these frames
     */
    boolean copied() throws IOException {
        try (Input input = Input.open(from)) {
            double half = input.frameS() / 2;
            long begin = Math.max(0, input.ticks(part.fromS() - half));
            long end = input.ticks(part.toS() - half);
            long first = first(input, begin, end);
            if (first < 0) {
                return false;
            }
            Copy.part(input, to, first, end);
            return true;
        }
    }

    /**
     * Time of the first frame, if it is a key frame and no frame of the part leans on one outside; else -1. Packets come in the order of
     * decoding: none of the part may follow one that is shown after it.
     */
    private static long first(Input input, long begin, long end) throws IOException {
        AVPacket packet = av_packet_alloc();
        try {
            input.seek(begin);
            long first = -1;
            boolean after = false;
            while (input.read(packet)) {
                boolean inside = input.isVideo(packet) && packet.pts() >= begin && packet.pts() < end;
                if (inside) {
                    boolean leans = first < 0 ? (packet.flags() & AV_PKT_FLAG_KEY) == 0 : after || packet.pts() < first;
                    if (leans) {
                        return -1;
                    }
                    first = first < 0 ? packet.pts() : first;
                } else if (input.isVideo(packet) && packet.pts() >= end) {
                    after = true;
                    if (packet.dts() >= end) {
                        break;
                    }
                }
                av_packet_unref(packet);
            }
            return first;
        } finally {
            av_packet_free(packet);
        }
    }

    /** Encodes the part anew. */
    void encode(VideoEncoding resolved) throws IOException {
        try (VideoReader reader = FfmpegReader.open(from, 1)) {
            VideoInfo info = reader.info();
            int fps = (int) Math.rint(info.fps());
            if (fps < 1 || Math.abs(info.fps() - fps) > 1e-3 * fps) {
                throw new IOException(from + ": cannot be cut, as it has " + info.fps()
                        + " frames per second and the result needs a whole number");
            }
            double half = 0.5 / fps;
            ByteBuffer rgb = ByteBuffer.allocateDirect(info.rgbBytes());
            try (VideoEncoder encoder = FfmpegEncoder.open(
                    to,
                    new PictureFormat(info.width(), info.height(), fps),
                    resolved,
                    VideoForm.PLAIN,
                    OptionalInt.empty())) {
                double time = reader.frame(part.fromS(), half, rgb);
                while (!Double.isNaN(time) && time < part.toS() - half) {
                    encoder.write(rgb);
                    time = reader.next(rgb);
                }
                encoder.finish();
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(to);
                throw e;
            }
        }
    }
}
