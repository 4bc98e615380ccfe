/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * An MP4 file that is being written. Thread: one at a time; {@link #sync} any.
 *
 * <p>Every error of the disk is noticed at the call that meets it: FFmpeg keeps it in the file's context, which is looked at after each
 * write.
 */
final class Output implements AutoCloseable {
    /** Fragments are cut by {@link #flush} only, and each can be read by itself. */
    static final String FRAGMENTED = "frag_custom+empty_moov+default_base_moof+skip_trailer";

    /** The index first, so that a browser can begin before it has all. */
    static final String INDEX_FIRST = "faststart";

    /** As LeRobot's encoder writes it: the index last. */
    static final String PLAIN = "";

    private final Path file;
    private final AVFormatContext container;
    private final FileChannel channel;
    private boolean closed;

    private Output(Path file, AVFormatContext container, FileChannel channel) {
        this.file = file;
        this.container = container;
        this.channel = channel;
    }

    /** Begins the file, replacing one that is there. */
    static Output create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        AVFormatContext container = new AVFormatContext(null);
        try {
            Ffmpeg.check(
                    avformat_alloc_output_context2(container, null, "mp4", file.toString()),
                    file,
                    "cannot be written as MP4");
            AVIOContext io = new AVIOContext(null);
            Ffmpeg.check(avio_open(io, "file:" + file.toAbsolutePath(), AVIO_FLAG_WRITE), file, "cannot be written");
            container.pb(io);
        } catch (IOException | RuntimeException e) {
            avformat_free_context(container);
            channel.close();
            throw e;
        }
        return new Output(file, container, channel);
    }

    /** Adds a stream that a codec of ours makes. */
    AVStream add(AVCodecContext codec) throws IOException {
        AVStream stream = stream(codec.time_base());
        Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), codec), file, "has no place for that codec");
        stream.avg_frame_rate(codec.framerate());
        return stream;
    }

    /** Adds a stream that is copied. */
    AVStream add(AVStream like) throws IOException {
        AVStream stream = stream(like.time_base());
        AVCodecParameters parameters = stream.codecpar();
        Ffmpeg.check(avcodec_parameters_copy(parameters, like.codecpar()), file, "has no place for that codec");
        parameters.codec_tag(0);
        stream.avg_frame_rate(like.avg_frame_rate());
        stream.sample_aspect_ratio(like.sample_aspect_ratio());
        return stream;
    }

    private AVStream stream(AVRational timeBase) {
        AVStream stream = avformat_new_stream(container, null);
        if (stream == null) {
            throw new OutOfMemoryError("for a stream of " + file);
        }
        stream.time_base(timeBase);
        return stream;
    }

    /** Writes the file's head; the streams may have got other time bases. */
    void begin(String flags) throws IOException {
        AVDictionary options = new AVDictionary(null);
        try {
            if (!flags.isEmpty()) {
                av_dict_set(options, "movflags", flags, 0);
            }
            Ffmpeg.check(avformat_write_header(container, options), file, "its head cannot be written");
        } finally {
            av_dict_free(options);
        }
        checkDisk();
    }

    /** Writes a packet, in its stream's time base. */
    void write(AVPacket packet) throws IOException {
        Ffmpeg.check(av_write_frame(container, packet), file, "a frame cannot be written");
        checkDisk();
    }

    /** Cuts a fragment and hands it to the operating system. */
    void flush() throws IOException {
        Ffmpeg.check(av_write_frame(container, (AVPacket) null), file, "frames cannot be written");
        avio_flush(container.pb());
        checkDisk();
    }

    /** Waits for the disk. */
    void sync() throws IOException {
        channel.force(false);
    }

    /** Completes the file and waits for the disk. */
    void finish() throws IOException {
        Ffmpeg.check(av_write_trailer(container), file, "its index cannot be written");
        avio_flush(container.pb());
        checkDisk();
        closeFile();
        channel.force(true);
    }

    private void checkDisk() throws IOException {
        AVIOContext io = container.pb();
        if (io != null) {
            Ffmpeg.check(io.error(), file, "cannot be written");
        }
    }

    private void closeFile() throws IOException {
        AVIOContext io = container.pb();
        if (io != null) {
            int code = avio_close(io);
            container.pb((AVIOContext) null);
            Ffmpeg.check(code, file, "cannot be written");
        }
    }

    Path file() {
        return file;
    }

    /** Frees everything; without {@link #finish} the file ends where it ends. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        @Nullable AVIOContext io = container.pb();
        if (io != null) {
            avio_close(io);
            container.pb((AVIOContext) null);
        }
        avformat_free_context(container);
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written through it.
            return;
        }
    }

    /** Closes it and removes what was written. */
    void discard() throws IOException {
        close();
        if (Files.isSymbolicLink(file) || Files.isRegularFile(file)) {
            Files.delete(file);
        }
    }
}
