/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import dev.tendon.api.device.DeviceException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a video file or of an image sequence, one after the other, decoded by FFmpeg. Native memory until {@link #close}.
 * Thread: one at a time.
 */
final class VideoFile implements AutoCloseable {
    private static final int BYTES_PER_PIXEL = 3;
    private static final double SAME_RATE = 1e-3;

    private final OpenCvCameraConfig config;
    private final String label;
    private final boolean sequence;
    private final int format;
    private @Nullable AVFormatContext container;
    private @Nullable AVCodecContext decoder;
    private @Nullable SwsContext scaler;
    private @Nullable AVPacket packet;
    private @Nullable AVFrame frame;
    private int stream;
    private boolean flushed;

    private VideoFile(OpenCvCameraConfig config, String label) {
        this.config = config;
        this.label = label;
        sequence = ImageSequence.is(config.shown());
        format = config.colorMode() == ColorMode.RGB ? AV_PIX_FMT_RGB24 : AV_PIX_FMT_BGR24;
    }

    /**
     * Opens it at its beginning.
     *
     * @param libraries loads FFmpeg
     * @throws DeviceException where it is not there, cannot be decoded, or has another size or rate
     */
    static VideoFile open(OpenCvCameraConfig config, String label, Runnable libraries) throws DeviceException {
        try {
            libraries.run();
            VideoFile file = new VideoFile(config, label);
            try {
                file.open();
            } catch (DeviceException | RuntimeException e) {
                file.close();
                throw e;
            }
            return file;
        } catch (LinkageError e) {
            throw NoNatives.on(label, e);
        }
    }

    private void open() throws DeviceException {
        av_log_set_level(AV_LOG_FATAL);
        if (!sequence && !Files.isRegularFile(Path.of(config.shown()))) {
            throw new DeviceException(label + ": there is no file " + config.shown());
        }
        AVFormatContext opened = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        AVInputFormat demuxer = null;
        String name = config.shown();
        if (sequence) {
            ImageSequence pictures = ImageSequence.of(name, label);
            demuxer = av_find_input_format("image2");
            av_dict_set(options, "framerate", Integer.toString(config.fps()), 0);
            av_dict_set(options, "pattern_type", pictures.type(), 0);
            av_dict_set(options, "start_number", Integer.toString(pictures.first()), 0);
            name = pictures.pattern();
        }
        int error = avformat_open_input(opened, name, demuxer, options);
        av_dict_free(options);
        check(error, "cannot be opened");
        container = opened;
        check(avformat_find_stream_info(opened, (PointerPointer<?>) null), "holds no stream");
        stream = av_find_best_stream(opened, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        check(stream, "holds no pictures");
        AVStream video = opened.streams(stream);
        AVCodec codec = avcodec_find_decoder(video.codecpar().codec_id());
        if (codec == null) {
            throw new DeviceException(
                    label + ": " + config.shown() + " is coded in a way that FFmpeg's decoders here do" + " not know");
        }
        AVCodecContext decoding = avcodec_alloc_context3(codec);
        decoder = decoding;
        check(avcodec_parameters_to_context(decoding, video.codecpar()), "cannot be decoded");
        decoding.thread_count(1);
        check(avcodec_open2(decoding, codec, (PointerPointer<?>) null), "cannot be decoded");
        same("width", config.captureWidth(), decoding.width());
        same("height", config.captureHeight(), decoding.height());
        double rate = av_q2d(av_guess_frame_rate(opened, video, null));
        if (Math.abs(rate - config.fps()) > SAME_RATE * config.fps()) {
            throw new DeviceException(
                    label + ": " + config.shown() + " has " + rate + " pictures per second, not fps=" + config.fps());
        }
        packet = av_packet_alloc();
        frame = av_frame_alloc();
    }

    private void same(String option, int wanted, int actual) throws DeviceException {
        if (wanted != actual) {
            throw new DeviceException(label + ": " + config.shown() + " has " + option + " " + actual
                    + " (before rotation), not " + wanted);
        }
    }

    private int check(int code, String what) throws DeviceException {
        if (code < 0) {
            byte[] text = new byte[AV_ERROR_MAX_STRING_SIZE];
            av_strerror(code, text, text.length);
            throw new DeviceException(label + ": " + config.shown() + " " + what + ": "
                    + new String(text, java.nio.charset.StandardCharsets.UTF_8).trim());
        }
        return code;
    }

    /**
     * Decodes the next picture.
     *
     * @param into where to put it; null: nowhere
     * @return false after the last
     */
    boolean next(@Nullable ByteBuffer into) throws DeviceException {
        AVFormatContext from = container;
        AVCodecContext decoding = decoder;
        AVPacket coded = packet;
        AVFrame decoded = frame;
        if (from == null || decoding == null || coded == null || decoded == null) {
            throw new IllegalStateException(label + ": its file is closed");
        }
        while (true) {
            int got = avcodec_receive_frame(decoding, decoded);
            if (got >= 0) {
                if (into != null) {
                    convert(decoded, into);
                }
                return true;
            }
            if (got == AVERROR_EOF()) {
                return false;
            }
            if (got != AVERROR_EAGAIN()) {
                check(got, "cannot be decoded");
            }
            feed(from, decoding, coded);
        }
    }

    private void feed(AVFormatContext from, AVCodecContext decoding, AVPacket coded) throws DeviceException {
        int read = av_read_frame(from, coded);
        if (read < 0) {
            if (read != AVERROR_EOF()) {
                check(read, "cannot be read");
            }
            if (!flushed) {
                flushed = true;
                avcodec_send_packet(decoding, (AVPacket) null);
            }
            return;
        }
        if (coded.stream_index() == stream) {
            int sent = avcodec_send_packet(decoding, coded);
            av_packet_unref(coded);
            check(sent, "cannot be decoded");
        } else {
            av_packet_unref(coded);
        }
    }

    private void convert(AVFrame from, ByteBuffer into) throws DeviceException {
        same("width", config.captureWidth(), from.width());
        same("height", config.captureHeight(), from.height());
        scaler = sws_getCachedContext(
                scaler,
                from.width(),
                from.height(),
                from.format(),
                from.width(),
                from.height(),
                format,
                SWS_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        try (BytePointer bytes = new BytePointer(into);
                PointerPointer<Pointer> planes = new PointerPointer<>(1L);
                IntPointer strides = new IntPointer(1L)) {
            planes.put(0, bytes);
            strides.put(0, from.width() * BYTES_PER_PIXEL);
            sws_scale(scaler, from.data(), from.linesize(), 0, from.height(), planes, strides);
        }
    }

    @Override
    public void close() {
        if (frame != null) {
            av_frame_free(frame);
            frame = null;
        }
        if (packet != null) {
            av_packet_free(packet);
            packet = null;
        }
        if (scaler != null) {
            sws_freeContext(scaler);
            scaler = null;
        }
        if (decoder != null) {
            avcodec_free_context(decoder);
            decoder = null;
        }
        if (container != null) {
            avformat_close_input(container);
            container = null;
        }
    }
}
