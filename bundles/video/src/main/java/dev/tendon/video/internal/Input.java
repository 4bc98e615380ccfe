/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import dev.tendon.video.PictureFormat;
import dev.tendon.video.VideoInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** A video file that is being read, packet by packet. Thread: one at a time. */
final class Input implements AutoCloseable {
    /** MP4 and its kin, in which LeRobot keeps videos. Others, such as play lists, could name further files. */
    private static final String FORMATS = "mov,mp4,m4a,3gp,3g2,mj2";

    private static final int HEAD_BYTES = 5_000_000;
    private static final int MAX_STREAMS = 16;

    private final Path file;
    private final AVFormatContext container;
    private final AVStream video;
    private final AVRational timeBase;
    private boolean closed;

    private Input(Path file, AVFormatContext container, AVStream video) {
        this.file = file;
        this.container = container;
        this.video = video;
        timeBase = video.time_base();
    }

    /** Opens a file; of a fragmented one, what is whole. */
    static Input open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such video file");
        }
        return open(file, Fragments.of(file).bytes());
    }

    /** Opens the first {@code bytes} of a file. */
    private static Input open(Path file, long bytes) throws IOException {
        AVFormatContext container = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        try {
            av_dict_set(options, "protocol_whitelist", "subfile,file", 0);
            av_dict_set(options, "format_whitelist", FORMATS, 0);
            av_dict_set(options, "probesize", Integer.toString(HEAD_BYTES), 0);
            Ffmpeg.check(
                    avformat_open_input(
                            container,
                            "subfile,,start,0,end," + bytes + ",,:file:" + file.toAbsolutePath(),
                            (AVInputFormat) null,
                            options),
                    file,
                    "is no video, or damaged");
        } finally {
            av_dict_free(options);
        }
        try {
            if (!SelfDescribed.is(container)) {
                explore(file, container);
            }
            int best = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
            Ffmpeg.check(best, file, "holds no pictures");
            AVStream video = container.streams(best);
            AVCodecParameters parameters = video.codecpar();
            if (!PictureFormat.possible(parameters.width(), parameters.height())) {
                throw new IOException(file + ": is damaged: it says that its pictures have " + parameters.width() + "x"
                        + parameters.height() + " pixels");
            }
            AVRational base = video.time_base();
            if (base.num() < 1 || base.den() < 1) {
                throw new IOException(file + ": is damaged: its unit of time is " + base.num() + "/" + base.den());
            }
            return new Input(file, container, video);
        } catch (IOException | RuntimeException e) {
            avformat_close_input(container);
            throw e;
        }
    }

    /** Decodes as much as is needed to know what the streams hold, and no pictures that are too large. */
    private static void explore(Path file, AVFormatContext container) throws IOException {
        int streams = container.nb_streams();
        if (streams > MAX_STREAMS) {
            throw new IOException(file + ": is damaged: it speaks of " + streams + " streams");
        }
        AVDictionary[] options = new AVDictionary[streams];
        try (PointerPointer<Pointer> all = new PointerPointer<>(Math.max(1L, streams))) {
            for (int i = 0; i < streams; i++) {
                options[i] = new AVDictionary(null);
                av_dict_set(options[i], "max_pixels", Integer.toString(PictureFormat.MAX_PIXELS), 0);
                av_dict_set(options[i], "threads", "1", 0);
                all.put(i, options[i]);
            }
            int code = avformat_find_stream_info(container, all);
            for (int i = 0; i < streams; i++) {
                // What was taken out of it has moved it.
                AVDictionary left = new AVDictionary(all.get(i));
                if (!left.isNull()) {
                    av_dict_free(left);
                }
            }
            Ffmpeg.check(code, file, "is damaged at its beginning");
        }
    }

    Path file() {
        return file;
    }

    AVFormatContext container() {
        if (closed) {
            throw new IllegalStateException(file + ": its reader is closed");
        }
        return container;
    }

    /** The stream that holds the pictures. */
    AVStream video() {
        return video;
    }

    /** A time of the video stream in seconds. */
    double seconds(long ticks) {
        return (double) ticks * timeBase.num() / timeBase.den();
    }

    /** Seconds in the unit of the video stream, rounded. */
    long ticks(double seconds) {
        return Math.round(seconds * timeBase.den() / timeBase.num());
    }

    /** Seconds that a frame lasts, by what the file says as a whole; 0: it does not say. */
    double frameS() {
        AVRational rate = rate();
        return rate.num() > 0 && rate.den() > 0 ? (double) rate.den() / rate.num() : 0;
    }

    private AVRational rate() {
        AVRational base = video.r_frame_rate();
        return base.num() > 0 && base.den() > 0 ? base : video.avg_frame_rate();
    }

    /**
     * Reads the next packet, of whatever stream.
     *
     * @return false after the last
     */
    boolean read(AVPacket packet) throws IOException {
        int code = av_read_frame(container(), packet);
        if (code == AVERROR_EOF()) {
            return false;
        }
        Ffmpeg.check(code, file, "cannot be read on");
        return true;
    }

    boolean isVideo(AVPacket packet) {
        return packet.stream_index() == video.index();
    }

    /** A decoder for the pictures. */
    Codec decoder(int threads) throws IOException {
        AVCodec codec = avcodec_find_decoder(video.codecpar().codec_id());
        if (codec == null) {
            throw new IOException(file + ": is coded as " + codecName() + ", which FFmpeg does not decode here");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        if (context == null) {
            throw new OutOfMemoryError("for a decoder");
        }
        Codec decoder = new Codec(context);
        try {
            Ffmpeg.check(avcodec_parameters_to_context(context, video.codecpar()), file, "cannot be decoded");
            context.pkt_timebase(timeBase);
            context.thread_count(threads);
            context.max_pixels(PictureFormat.MAX_PIXELS);
            Ffmpeg.check(avcodec_open2(context, codec, (AVDictionary) null), file, "cannot be decoded");
            return decoder;
        } catch (IOException | RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    private String codecName() {
        return avcodec_get_name(video.codecpar().codec_id()).getString();
    }

    /** What the file says; reads all of it where its head does not say how many frames there are. */
    VideoInfo info() throws IOException {
        AVCodecParameters parameters = video.codecpar();
        BytePointer format = av_get_pix_fmt_name(parameters.format());
        if (format == null) {
            throw new IOException(file + ": is damaged: the format of its pixels is not known");
        }
        AVRational rate = rate();
        boolean audio = av_find_best_stream(container(), AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0) >= 0;
        long frames = video.nb_frames();
        long end = video.duration();
        long start = video.start_time();
        if (frames <= 0 || end <= 0) {
            Extent extent = Extent.of(this);
            frames = extent.frames();
            start = extent.start();
            end = extent.end();
        }
        return new VideoInfo(
                codecName(),
                format.getString(),
                parameters.width(),
                parameters.height(),
                av_pix_fmt_desc_get(parameters.format()).nb_components(),
                rate.den() > 0 ? (double) rate.num() / rate.den() : 0,
                frames,
                start == AV_NOPTS_VALUE ? 0 : seconds(start),
                seconds(end),
                audio);
    }

    /** Goes to the last key frame at or before a time of the video stream. */
    void seek(long ticks) throws IOException {
        int code = av_seek_frame(container(), video.index(), ticks, AVSEEK_FLAG_BACKWARD);
        if (code < 0) {
            // There is none before it: the first.
            code = av_seek_frame(container(), video.index(), ticks, 0);
        }
        Ffmpeg.check(code, file, "has no frame at " + seconds(ticks) + " s");
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avformat_close_input(container);
        }
    }
}
