/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.video.PictureFormat;
import dev.tendon.video.Span;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoReader;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** For datasets without videos. */
final class NoVideo implements Video {
    @Override
    public List<String> encoders() {
        return List.of();
    }

    @Override
    public VideoEncoding resolve(VideoEncoding encoding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public VideoEncoder encode(
            Path file, PictureFormat pictures, VideoEncoding encoding, VideoForm form, OptionalInt encoderThreads) {
        throw new UnsupportedOperationException();
    }

    @Override
    public VideoReader open(Path file, int decoderThreads) {
        throw new UnsupportedOperationException();
    }

    @Override
    public VideoInfo probe(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long wholeFrames(Path fragmented) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long remux(Path from, Path to, long frames) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Span> concat(List<Path> parts, Path to) {
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
