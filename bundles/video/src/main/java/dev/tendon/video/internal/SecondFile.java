/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * The plain file that grows beside a fragmented one. It spares its reader a copy and holds nothing that the other has not, so whatever goes wrong
 * with it ends it and nothing else. Thread: its encoder's; {@link #sync} any.
 */
final class SecondFile {
    /** It need not be durable before it is finished; but what is written all along need not be waited for then. */
    private static final int SYNC_EVERY = 4;

    private final Path file;
    private final Output output;
    private final AVStream stream;
    private final AVPacket copy = av_packet_alloc();
    private int syncs;
    private volatile boolean ended;

    private SecondFile(Path file, Output output, AVStream stream) {
        this.file = file;
        this.output = output;
        this.stream = stream;
    }

    /** Begins it; null where it cannot be written. */
    static @Nullable SecondFile begin(Path file, AVCodecContext codec) {
        try {
            Output output = Output.create(file);
            try {
                AVStream stream = output.add(codec);
                output.begin(Output.PLAIN);
                return new SecondFile(file, output, stream);
            } catch (IOException | RuntimeException e) {
                output.discard();
                throw e;
            }
        } catch (IOException e) {
            return null; // the other tells of a disk that takes nothing
        }
    }

    /** Writes a packet with times in {@code unit}; the packet stays as it is. */
    void write(AVPacket packet, AVRational unit) throws IOException {
        if (ended) {
            return;
        }
        Ffmpeg.check(av_packet_ref(copy, packet), file, "there is no memory for a frame");
        try {
            copy.stream_index(stream.index());
            av_packet_rescale_ts(copy, unit, stream.time_base());
            output.write(copy);
        } catch (IOException e) {
            giveUp();
        } finally {
            av_packet_unref(copy);
        }
    }

    /** Now and then makes durable what is written. */
    void sync() {
        if (ended || ++syncs % SYNC_EVERY != 0) {
            return;
        }
        try {
            output.sync();
        } catch (IOException e) {
            ended = true; // not finished, it is not used
        }
    }

    void finish() throws IOException {
        if (ended) {
            return;
        }
        try {
            output.finish();
        } catch (IOException e) {
            giveUp();
        }
    }

    private void giveUp() throws IOException {
        ended = true;
        output.discard();
    }

    void close() {
        ended = true;
        av_packet_free(copy);
        output.close();
    }
}
