/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import dev.tendon.video.Span;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoMismatchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** Copies coded frames, and sound beside them, from files into one file. Thread: one at a time. */
final class Copy implements AutoCloseable {
    private final Output output;
    private final Map<Integer, AVStream> targets = new HashMap<>();
    private final AVPacket packet = av_packet_alloc();
    private AVRational unit = new AVRational();
    /** Where the file that is being copied begins in the result, in the first file's unit of time. */
    private long offset;
    /** Where the last frame ends. */
    private long end;

    private Copy(Output output) {
        this.output = output;
    }

    /** The first frames of a file. */
    static long first(Path from, Path to, long frames) throws IOException {
        try (Input input = Input.open(from);
                Copy copy = begin(input, to)) {
            try {
                long copied = copy.add(input, frames, ignored -> true);
                copy.output.finish();
                return copied;
            } catch (IOException | RuntimeException e) {
                copy.output.discard();
                throw e;
            }
        }
    }

    /** Files one after the other. */
    static List<Span> joined(List<Path> parts, Path to) throws IOException {
        List<Span> spans = new ArrayList<>();
        try (Input like = Input.open(parts.get(0));
                Copy copy = begin(like, to)) {
            try {
                for (Path part : parts) {
                    try (Input input = Input.open(part)) {
                        alike(like, input);
                        copy.offset = copy.end;
                        copy.add(input, Long.MAX_VALUE, ignored -> true);
                        spans.add(new Span(like.seconds(copy.offset), like.seconds(copy.end)));
                    }
                }
                copy.output.finish();
                return spans;
            } catch (IOException | RuntimeException e) {
                copy.output.discard();
                throw e;
            }
        }
    }

    /** The frames from one time of the video stream to before another, where the first of them is a key frame; begins at 0. */
    static void part(Input input, Path to, long from, long before) throws IOException {
        try (Copy copy = begin(input, to)) {
            try {
                copy.offset = -from;
                input.seek(from);
                copy.add(
                        input,
                        Long.MAX_VALUE,
                        packet -> input.isVideo(packet) && packet.pts() >= from && packet.pts() < before);
                copy.output.finish();
            } catch (IOException | RuntimeException e) {
                copy.output.discard();
                throw e;
            }
        }
    }

    private static Copy begin(Input like, Path to) throws IOException {
        Output output = Output.create(to);
        try {
            Copy copy = new Copy(output);
            int streams = like.container().nb_streams();
            for (int i = 0; i < streams; i++) {
                AVStream stream = like.container().streams(i);
                int type = stream.codecpar().codec_type();
                if (stream.index() == like.video().index() || type == AVMEDIA_TYPE_AUDIO) {
                    copy.targets.put(i, output.add(stream));
                }
            }
            copy.unit = like.video().time_base();
            output.begin(Output.INDEX_FIRST);
            return copy;
        } catch (IOException | RuntimeException e) {
            output.discard();
            throw e;
        }
    }

    /** Copies what is wanted until so many frames are copied; how many were. */
    private long add(Input input, long frames, Predicate<AVPacket> wanted) throws IOException {
        long copied = 0;
        AVRational pictures = input.video().time_base();
        while (copied < frames && input.read(packet)) {
            try {
                AVStream target = targets.get(packet.stream_index());
                if (target == null || packet.size() == 0 || !wanted.test(packet)) {
                    continue;
                }
                AVStream source = input.container().streams(packet.stream_index());
                if (packet.pts() == AV_NOPTS_VALUE) {
                    packet.pts(packet.dts());
                }
                if (input.isVideo(packet)) {
                    copied++;
                    long last = packet.pts() + packet.duration();
                    end = Math.max(end, offset + av_rescale_q(last, pictures, unit));
                }
                long shift = av_rescale_q(offset, unit, source.time_base());
                packet.pts(packet.pts() + shift);
                packet.dts(packet.dts() + shift);
                packet.stream_index(target.index());
                packet.pos(-1);
                av_packet_rescale_ts(packet, source.time_base(), target.time_base());
                output.write(packet);
            } finally {
                av_packet_unref(packet);
            }
        }
        return copied;
    }

    private static void alike(Input one, Input other) throws IOException {
        VideoInfo a = one.info();
        VideoInfo b = other.info();
        List<String> differences = new ArrayList<>();
        differ("codec", a.codec(), b.codec(), differences);
        differ("size", a.width() + "x" + a.height(), b.width() + "x" + b.height(), differences);
        differ("pixel format", a.pixFmt(), b.pixFmt(), differences);
        differ("rate", a.fps() + " fps", b.fps() + " fps", differences);
        differ("sound", a.hasAudio() ? "some" : "none", b.hasAudio() ? "some" : "none", differences);
        if (differences.isEmpty() && !selfContained(a.codec()) && !sameHead(one.video(), other.video())) {
            differences.add("the settings of the encoder");
        }
        if (!differences.isEmpty()) {
            throw new VideoMismatchException(other.file() + " does not fit behind " + one.file()
                    + " in one file: they differ in " + String.join(", ", differences));
        }
    }

    private static void differ(String what, String one, String other, List<String> differences) {
        if (!one.equals(other)) {
            differences.add(what + " (" + one + ", " + other + ")");
        }
    }

    /** AV1 and VP9 repeat their settings at each key frame, so that files of differently set encoders can follow each other. */
    private static boolean selfContained(String codec) {
        return codec.equals("av1") || codec.equals("vp9");
    }

    private static boolean sameHead(AVStream one, AVStream other) {
        AVCodecParameters a = one.codecpar();
        AVCodecParameters b = other.codecpar();
        return java.util.Arrays.equals(bytes(a), bytes(b));
    }

    private static byte[] bytes(AVCodecParameters parameters) {
        byte[] bytes = new byte[parameters.extradata_size()];
        BytePointer head = parameters.extradata();
        if (head != null) {
            head.get(bytes);
        }
        return bytes;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        output.close();
    }
}
