/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** The decoded frames of an input, of which the newest two are kept. Thread: one at a time. */
final class Frames implements AutoCloseable {
    /** A decoded frame. Its memory is reused: good until the frame after the next is decoded. */
    static final class Picture {
        private final AVFrame frame = av_frame_alloc();
        private boolean there;
        private double timeS;
        private double lastsS;

        AVFrame frame() {
            return frame;
        }

        double timeS() {
            return timeS;
        }

        int width() {
            return frame.width();
        }

        int height() {
            return frame.height();
        }
    }

    private final Input input;
    private final Codec decoder;
    private final AVPacket packet = av_packet_alloc();
    private final double usualS;
    private Picture newest = new Picture();
    private Picture before = new Picture();
    private @Nullable Picture lastRead;
    private boolean ended;
    private boolean broken;
    private boolean closed;

    Frames(Input input, int threads) throws IOException {
        this.input = input;
        decoder = input.decoder(threads);
        usualS = input.frameS();
    }

    /** Seconds that a frame usually lasts; 0: the file does not say. */
    double frameS() {
        return newest.there && newest.lastsS > 0 ? newest.lastsS : usualS;
    }

    /** Time of the newest decoded frame; NaN where decoding does not go on from one. */
    double positionS() {
        return newest.there && !ended && !broken ? newest.timeS : Double.NaN;
    }

    /** The nearest to a time, if it is one of those that are there for sure. */
    @Nullable
    Picture known(double timeS) {
        if (!newest.there) {
            return null;
        }
        double half = frameS() / 2;
        if (timeS > newest.timeS - half && timeS <= newest.timeS + half) {
            return newest;
        }
        if (before.there && timeS > before.timeS - half && timeS <= (before.timeS + newest.timeS) / 2) {
            return before;
        }
        return null;
    }

    /** Decodes on until no later frame can be nearer to a time; the nearest so far, null where there is none. */
    @Nullable
    Picture forwardTo(double timeS) throws IOException {
        while (!newest.there || newest.timeS + newest.lastsS / 2 < timeS) {
            if (!decode()) {
                break;
            }
        }
        if (!newest.there) {
            return null;
        }
        boolean earlier = before.there && Math.abs(timeS - before.timeS) <= Math.abs(newest.timeS - timeS);
        return earlier ? before : newest;
    }

    /** The frame after the one last read; null: there is none. */
    @Nullable
    Picture following() throws IOException {
        if (lastRead != null && lastRead == before && newest.there) {
            return newest;
        }
        if (ended || !decode()) {
            return null;
        }
        return newest;
    }

    /** This one went to the caller. */
    void read(Picture picture) {
        lastRead = picture;
    }

    /** Goes to the key frame at or before a time of the stream; nothing decoded is kept. */
    void seek(long ticks) throws IOException {
        forget();
        broken = true;
        input.seek(ticks);
        avcodec_flush_buffers(decoder.context());
        ended = false;
        broken = false;
    }

    private void forget() {
        newest.there = false;
        before.there = false;
        lastRead = null;
    }

    /** Decodes one more frame; false: there is none. */
    private boolean decode() throws IOException {
        if (ended) {
            return false;
        }
        Picture next = before;
        boolean keep = newest.there;
        next.there = false;
        try {
            if (!receive(next.frame)) {
                ended = true;
                return false;
            }
        } catch (IOException e) {
            forget();
            broken = true;
            throw e;
        }
        if (lastRead == next) {
            lastRead = null;
        }
        next.timeS = input.seconds(next.frame.best_effort_timestamp());
        next.lastsS = next.frame.duration() > 0 ? input.seconds(next.frame.duration()) : 0;
        next.there = true;
        before = newest;
        before.there = keep;
        newest = next;
        return true;
    }

    private boolean receive(AVFrame into) throws IOException {
        while (true) {
            int got = avcodec_receive_frame(decoder.context(), into);
            if (got == AVERROR_EOF()) {
                return false;
            }
            if (got >= 0) {
                if (into.best_effort_timestamp() != AV_NOPTS_VALUE) {
                    return true;
                }
            } else if (got == AVERROR_EAGAIN()) {
                feed();
            } else {
                throw Ffmpeg.error(got, input.file(), "cannot be decoded " + where());
            }
        }
    }

    private void feed() throws IOException {
        while (input.read(packet)) {
            try {
                if (input.isVideo(packet)) {
                    int sent = avcodec_send_packet(decoder.context(), packet);
                    Ffmpeg.check(sent, input.file(), "cannot be decoded " + where());
                    return;
                }
            } finally {
                av_packet_unref(packet);
            }
        }
        avcodec_send_packet(decoder.context(), (AVPacket) null);
    }

    private String where() {
        return newest.there ? "after " + newest.timeS + " s" : "at its beginning";
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        av_packet_free(packet);
        av_frame_free(newest.frame);
        av_frame_free(before.frame);
        decoder.close();
    }
}
