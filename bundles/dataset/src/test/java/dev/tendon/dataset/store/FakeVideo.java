/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.video.PictureFormat;
import dev.tendon.video.Span;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Videos whose frames are eight bytes each: twice the same number. As quick as files are, and as strict: a frame that is torn or zero
 * is none.
 */
final class FakeVideo implements Video {
    static final int FPS = 10;
    private static final int FRAME = 8;

    private final Consumer<Path> written;

    /** Tells {@code written} which files it makes. */
    FakeVideo(Consumer<Path> written) {
        this.written = written;
    }

    static ByteBuffer frame(int number) {
        return ByteBuffer.allocate(FRAME).putInt(number).putInt(number).flip();
    }

    /** The numbers of the whole frames that a file begins with. */
    static List<Integer> frames(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<Integer> frames = new ArrayList<>();
        while (bytes.remaining() >= FRAME) {
            int number = bytes.getInt();
            if (number == 0 || number != bytes.getInt()) {
                break;
            }
            frames.add(number);
        }
        return frames;
    }

    @Override
    public VideoInfo probe(Path file) throws IOException {
        long frames = frames(file).size();
        return new VideoInfo("fake", "yuv420p", 4, 2, 3, FPS, frames, 0, (double) frames / FPS, false);
    }

    @Override
    public long wholeFrames(Path fragmented) throws IOException {
        return frames(fragmented).size();
    }

    @Override
    public long remux(Path from, Path to, long frames) throws IOException {
        byte[] whole = Files.readAllBytes(from);
        int count = (int) Math.min(frames, frames(from).size());
        Files.write(to, Arrays.copyOf(whole, count * FRAME));
        written.accept(to);
        return count;
    }

    @Override
    public List<Span> concat(List<Path> parts, Path to) throws IOException {
        List<Span> spans = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (Path part : parts) {
            int from = all.size();
            all.addAll(frames(part));
            spans.add(new Span((double) from / FPS, (double) all.size() / FPS));
        }
        ByteBuffer bytes = ByteBuffer.allocate(all.size() * FRAME);
        all.forEach(number -> bytes.put(frame(number)));
        Files.write(to, bytes.array());
        written.accept(to);
        return spans;
    }

    @Override
    public VideoReader open(Path file, int decoderThreads) throws IOException {
        List<Integer> frames = frames(file);
        VideoInfo info = probe(file);
        return new VideoReader() {
            @Override
            public VideoInfo info() {
                return info;
            }

            @Override
            public double frame(double timestampS, double toleranceS, ByteBuffer rgb) {
                int brightness = frames.get((int) Math.round(timestampS * FPS)) & 0xff;
                for (int i = 0; i < info.rgbBytes(); i++) {
                    rgb.put(rgb.position() + i, (byte) brightness);
                }
                return timestampS;
            }

            @Override
            public double next(ByteBuffer rgb) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<String> encoders() {
        throw new UnsupportedOperationException();
    }

    @Override
    public VideoEncoding resolve(VideoEncoding encoding) {
        return encoding;
    }

    @Override
    public VideoEncoder encode(
            Path file, PictureFormat pictures, VideoEncoding encoding, VideoForm form, OptionalInt encoderThreads) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean cut(Path from, Span part, Path to, VideoEncoding encoding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public VideoEncoder encodeTwice(
            Path fragmented, Path plain, PictureFormat pictures, VideoEncoding encoding, OptionalInt encoderThreads) {
        throw new UnsupportedOperationException();
    }
}
