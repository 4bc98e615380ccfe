/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.Span;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films of others: long groups of pictures, with frames that are coded in another order than they are shown (B frames). */
final class ReorderedFramesTest {
    private static final Natives NATIVES = new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test");
    private static final Video VIDEO = Video.of(NATIVES);
    private static final VideoEncoding FINE =
            new VideoEncoding("h264", "yuv420p", 2, 8, Optional.empty(), 0, "pyav", Map.of());
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int FRAMES = 40;
    private static final int FPS = 25;
    private static final int GROUP = 12;
    private static final int STEP = 6;

    @TempDir
    private Path folder;

    private Path film;
    private final ByteBuffer rgb = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 3);

    @BeforeEach
    void encode() throws Exception {
        Ffmpeg.load(NATIVES);
        film = folder.resolve("film.mp4");
        AVCodec mpeg4 = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
        AVCodecContext context = avcodec_alloc_context3(mpeg4);
        context.width(WIDTH);
        context.height(HEIGHT);
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.time_base(Codec.rational(1, FPS));
        context.framerate(Codec.rational(FPS, 1));
        context.gop_size(GROUP);
        context.max_b_frames(2);
        context.qmin(2);
        context.qmax(3);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        try (Codec codec = new Codec(context);
                Output output = Output.create(film);
                Pixels pixels = new Pixels()) {
            Ffmpeg.check(avcodec_open2(context, mpeg4, (AVDictionary) null), film, "mpeg4");
            AVStream stream = output.add(codec.context());
            output.begin(Output.PLAIN);
            AVFrame frame = av_frame_alloc();
            frame.format(AV_PIX_FMT_YUV420P);
            frame.width(WIDTH);
            frame.height(HEIGHT);
            av_frame_get_buffer(frame, 0);
            for (int i = 0; i < FRAMES; i++) {
                av_frame_make_writable(frame);
                for (int at = 0; at < rgb.capacity(); at++) {
                    rgb.put(at, (byte) (i * STEP));
                }
                pixels.fromRgb(rgb, frame);
                frame.pts(i);
                avcodec_send_frame(context, frame);
                write(context, stream, output);
            }
            avcodec_send_frame(context, (AVFrame) null);
            write(context, stream, output);
            output.finish();
            av_frame_free(frame);
        }
    }

    private static void write(AVCodecContext context, AVStream stream, Output output) throws Exception {
        AVPacket packet = av_packet_alloc();
        while (avcodec_receive_packet(context, packet) >= 0) {
            av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
            output.write(packet);
            av_packet_unref(packet);
        }
        av_packet_free(packet);
    }

    @Test
    void areFoundByTimeInWhateverOrder() throws Exception {
        try (VideoReader reader = VIDEO.open(film, 1)) {
            assertThat(reader.info().frames()).isEqualTo(FRAMES);
            Random random = new Random(3);
            for (int i = 0; i < 200; i++) {
                int index = random.nextInt(FRAMES);
                assertThat(reader.frame((double) index / FPS, 1e-4, rgb)).isEqualTo((double) index / FPS);
                assertThat(shown()).as("try %d", i).isEqualTo(index);
            }
        }
    }

    @Test
    void areGivenInTheOrderInWhichTheyAreShown() throws Exception {
        try (VideoReader reader = VIDEO.open(film, 1)) {
            for (int i = 0; i < FRAMES; i++) {
                assertThat(reader.next(rgb)).isEqualTo((double) i / FPS);
                assertThat(shown()).isEqualTo(i);
            }
            assertThat(reader.next(rgb)).isNaN();
        }
    }

    @Test
    void aPartIsCopiedOnlyWhereItLeansOnNothingOutside() throws Exception {
        for (int begin : new int[] {0, GROUP, GROUP + 1}) {
            for (int end = begin + 1; end <= begin + 5; end++) {
                Path part = folder.resolve("part.mp4");
                VIDEO.cut(film, new Span((double) begin / FPS, (double) end / FPS), part, FINE);
                try (VideoReader reader = VIDEO.open(part, 1)) {
                    for (int i = begin; i < end; i++) {
                        assertThat(reader.next(rgb)).isEqualTo((double) (i - begin) / FPS);
                        assertThat(shown())
                                .as("frame %d of %d to %d", i, begin, end)
                                .isEqualTo(i);
                    }
                    assertThat(reader.next(rgb)).isNaN();
                }
            }
        }
    }

    private int shown() {
        return Math.round((rgb.get(WIDTH * HEIGHT / 2 * 3) & 0xff) / (float) STEP);
    }
}
