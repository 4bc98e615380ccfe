/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.Span;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Video} by FFmpeg. Loads nothing before its first call. Thread: any. */
@Component
public final class FfmpegVideo implements Video {
    private final Encoders encoders = new Encoders();
    private final Natives natives;

    /**
     * Creates it.
     *
     * @param natives loads the libraries
     */
    @Activate
    public FfmpegVideo(@Reference Natives natives) {
        this.natives = natives;
    }

    @Override
    public List<String> encoders() throws IOException {
        Ffmpeg.load(natives);
        return encoders.working();
    }

    @Override
    public VideoEncoding resolve(VideoEncoding encoding) throws IOException {
        Ffmpeg.load(natives);
        return encoders.resolve(encoding);
    }

    @Override
    public VideoEncoder encode(
            Path file, PictureFormat pictures, VideoEncoding encoding, VideoForm form, OptionalInt encoderThreads)
            throws IOException {
        return FfmpegEncoder.open(file, pictures, resolve(encoding), form, encoderThreads);
    }

    @Override
    public VideoEncoder encodeTwice(
            Path fragmented, Path plain, PictureFormat pictures, VideoEncoding encoding, OptionalInt encoderThreads)
            throws IOException {
        return FfmpegEncoder.open(fragmented, plain, pictures, resolve(encoding), encoderThreads);
    }

    @Override
    public VideoReader open(Path file, int decoderThreads) throws IOException {
        Ffmpeg.load(natives);
        return FfmpegReader.open(file, decoderThreads);
    }

    @Override
    public VideoInfo probe(Path file) throws IOException {
        Ffmpeg.load(natives);
        try (Input input = Input.open(file)) {
            return input.info();
        }
    }

    @Override
    public long wholeFrames(Path fragmented) throws IOException {
        Ffmpeg.load(natives);
        Fragments fragments = Fragments.of(fragmented);
        return fragments.fragmented() ? Tail.good(fragmented, fragments) : 0;
    }

    @Override
    public long remux(Path from, Path to, long frames) throws IOException {
        Ffmpeg.load(natives);
        Fragments fragments = Fragments.of(from);
        if (!fragments.fragmented() || !fragments.torn()) {
            return Copy.first(from, to, frames);
        }
        long whole = Tail.good(from, fragments);
        if (whole == 0) {
            throw new IOException(from + ": holds no whole frame");
        }
        return Copy.first(from, to, Math.min(frames, whole));
    }

    @Override
    public List<Span> concat(List<Path> parts, Path to) throws IOException {
        Ffmpeg.load(natives);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no files to join into " + to);
        }
        return Copy.joined(parts, to);
    }

    @Override
    public boolean cut(Path from, Span part, Path to, VideoEncoding encoding) throws IOException {
        Ffmpeg.load(natives);
        Cutting cutting = new Cutting(from, part, to);
        if (cutting.copied()) {
            return true;
        }
        cutting.encode(resolve(encoding));
        return false;
    }
}
