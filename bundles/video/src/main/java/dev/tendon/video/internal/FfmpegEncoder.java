/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import dev.tendon.video.EncoderProgress;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** RGB24 into an MP4 file. Thread: see {@link VideoEncoder}. */
final class FfmpegEncoder implements VideoEncoder {
    private final Path file;
    private final Codec codec;
    private final String name;
    private final boolean fragmented;
    private final Output output;
    private final AVStream stream;
    private final @Nullable SecondFile second;
    private final Pixels pixels = new Pixels();
    private final AVFrame frame;
    private final AVPacket packet;
    /** Guards what another thread's {@link #sync} uses against {@link #close}. */
    private final Object lock = new Object();

    private volatile long taken;
    private volatile long written;
    private volatile long durable;
    private long delivered;
    private boolean finished;
    private boolean closed;

    private FfmpegEncoder(
            Path file,
            Codec codec,
            String name,
            boolean fragmented,
            Output output,
            AVStream stream,
            @Nullable SecondFile second,
            AVFrame frame) {
        this.file = file;
        this.codec = codec;
        this.name = name;
        this.fragmented = fragmented;
        this.output = output;
        this.stream = stream;
        this.second = second;
        this.frame = frame;
        packet = av_packet_alloc();
    }

    static VideoEncoder open(
            Path file, PictureFormat pictures, VideoEncoding resolved, VideoForm form, OptionalInt encoderThreads)
            throws IOException {
        return open(file, null, pictures, resolved, form, encoderThreads);
    }

    /** Into two files of the same frames, the second plain. */
    static VideoEncoder open(
            Path fragmented, Path plain, PictureFormat pictures, VideoEncoding resolved, OptionalInt encoderThreads)
            throws IOException {
        return open(fragmented, plain, pictures, resolved, VideoForm.FRAGMENTED, encoderThreads);
    }

    private static VideoEncoder open(
            Path file,
            @Nullable Path plain,
            PictureFormat pictures,
            VideoEncoding resolved,
            VideoForm form,
            OptionalInt encoderThreads)
            throws IOException {
        boolean fragmented = form == VideoForm.FRAGMENTED;
        var ffmpegs = Encoders.codec(resolved);
        Codec codec = Codec.encoder(ffmpegs, pictures, resolved, encoderThreads);
        try {
            Output output = Output.create(file);
            try {
                AVStream stream = output.add(codec.context());
                output.begin(fragmented ? Output.FRAGMENTED : Output.PLAIN);
                AVFrame frame = picture(codec.context());
                SecondFile second = plain == null ? null : SecondFile.begin(plain, codec.context());
                return new FfmpegEncoder(
                        file, codec, ffmpegs.name().getString(), fragmented, output, stream, second, frame);
            } catch (IOException | RuntimeException e) {
                output.discard();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            codec.close();
            throw e;
        }
    }

    private static AVFrame picture(AVCodecContext codec) {
        AVFrame frame = av_frame_alloc();
        frame.format(codec.pix_fmt());
        frame.width(codec.width());
        frame.height(codec.height());
        if (av_frame_get_buffer(frame, 0) < 0) {
            av_frame_free(frame);
            throw new OutOfMemoryError("for a frame of " + codec.width() + "x" + codec.height());
        }
        return frame;
    }

    @Override
    public void write(ByteBuffer rgb) throws IOException {
        if (finished || closed) {
            throw new IllegalStateException(file + ": its encoder is finished");
        }
        AVCodecContext context = codec.context();
        // The codec may still look at the last picture.
        Ffmpeg.check(av_frame_make_writable(frame), file, "there is no memory for a frame");
        pixels.fromRgb(rgb, frame);
        long index = taken;
        frame.pts(index);
        frame.duration(1);
        int sent = avcodec_send_frame(context, frame);
        while (sent == AVERROR_EAGAIN()) {
            deliver();
            sent = avcodec_send_frame(context, frame);
        }
        Ffmpeg.check(sent, file, name + " does not take a frame");
        taken = index + 1;
        deliver();
    }

    /** Writes what the codec gives out, each frame a fragment. */
    private void deliver() throws IOException {
        while (true) {
            int got = avcodec_receive_packet(codec.context(), packet);
            if (got == AVERROR_EAGAIN() || got == AVERROR_EOF()) {
                break;
            }
            Ffmpeg.check(got, file, name + " failed");
            try {
                packet.duration(1);
                if (second != null) {
                    second.write(packet, codec.context().time_base());
                }
                packet.stream_index(stream.index());
                av_packet_rescale_ts(packet, codec.context().time_base(), stream.time_base());
                output.write(packet);
            } finally {
                av_packet_unref(packet);
            }
            delivered++;
            if (fragmented) {
                output.flush();
                written = delivered;
            }
        }
    }

    @Override
    public EncoderProgress sync() throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException(file + ": its encoder is closed");
            }
            long surely = written;
            output.sync();
            if (second != null) {
                second.sync();
            }
            durable = Math.max(durable, surely);
        }
        return progress();
    }

    @Override
    public EncoderProgress progress() {
        long disk = durable;
        long system = written;
        return new EncoderProgress(Math.max(taken, system), system, disk);
    }

    @Override
    public String encoder() {
        return name;
    }

    @Override
    public void finish() throws IOException {
        if (finished || closed) {
            throw new IllegalStateException(file + ": its encoder is finished");
        }
        finished = true;
        Ffmpeg.check(avcodec_send_frame(codec.context(), (AVFrame) null), file, name + " cannot be ended");
        deliver();
        if (delivered != taken) {
            throw new IOException(file + ": " + name + " took " + taken + " frames and gave out " + delivered);
        }
        output.finish();
        if (second != null) {
            second.finish();
        }
        written = delivered;
        durable = delivered;
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            drain();
            codec.close();
            av_packet_free(packet);
            av_frame_free(frame);
            pixels.close();
            output.close();
            if (second != null) {
                second.close();
            }
        }
    }

    /** SVT-AV1 complains on standard error if it is freed with frames inside. */
    private void drain() {
        if (!finished) {
            avcodec_send_frame(codec.context(), (AVFrame) null);
            while (avcodec_receive_packet(codec.context(), packet) >= 0) {
                av_packet_unref(packet);
            }
        }
    }
}
