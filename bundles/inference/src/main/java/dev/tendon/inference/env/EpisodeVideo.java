/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import dev.tendon.api.env.Env;
import dev.tendon.api.env.Renders;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.Image;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The video of one episode: what people are shown of the environment, else the first of its pictures. Owner: one thread. */
final class EpisodeVideo implements AutoCloseable {
    private static final String H264 = "h264";
    private static final int QUANTISER = 24;
    private static final int KEY_FRAMES = 30;

    private final Env env;
    private final Path file;
    private final Path aside;
    private final ByteBuffer rgb;
    private final VideoEncoder encoder;

    private EpisodeVideo(Env env, Path file, PictureFormat format, Video video) throws IOException {
        this.env = env;
        this.file = file;
        aside = file.resolveSibling("." + file.getFileName() + ".part");
        rgb = ByteBuffer.allocateDirect(format.rgbBytes());
        encoder = video.encode(aside, format, encoding(video), VideoForm.PLAIN, OptionalInt.of(1));
    }

    /** Browsers play H.264 everywhere; where that encoder is missing, the default one's AV1. */
    private static VideoEncoding encoding(Video video) throws IOException {
        List<String> encoders = video.encoders();
        VideoEncoding base = VideoEncoding.DEFAULT;
        return encoders.contains(H264)
                ? new VideoEncoding(
                        H264, base.pixFmt(), KEY_FRAMES, QUANTISER, Optional.empty(), 0, base.videoBackend(), Map.of())
                : base;
    }

    /** Begins one; empty where there is nothing to be seen. */
    static Optional<EpisodeVideo> begin(Env env, Path file, Video video) throws IOException {
        Optional<PictureFormat> format = format(env);
        return format.isEmpty() ? Optional.empty() : Optional.of(new EpisodeVideo(env, file, format.get(), video));
    }

    private static Optional<PictureFormat> format(Env env) {
        int fps = (int) Math.max(1, Math.round(env.fps()));
        if (env instanceof Renders renders) {
            return Optional.of(new PictureFormat(renders.renderWidth(), renders.renderHeight(), fps));
        }
        List<Feature> pictures = env.observationFeatures().layout().images();
        return pictures.isEmpty() || pictures.get(0).shape().get(2) != 3
                ? Optional.empty()
                : Optional.of(new PictureFormat(
                        pictures.get(0).shape().get(1), pictures.get(0).shape().get(0), fps));
    }

    /** Adds what is to be seen now. */
    void add(FrameBuffer seen) throws IOException {
        if (env instanceof Renders renders) {
            renders.render(rgb);
        } else {
            Image image = seen.image(0);
            if (image == null) {
                return;
            }
            rgb.put(0, image.pixels(), 0, rgb.capacity());
        }
        encoder.write(rgb);
    }

    /** Completes the file. */
    Path finish() throws IOException {
        encoder.finish();
        encoder.close();
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    @Override
    public void close() throws IOException {
        encoder.close();
        Files.deleteIfExists(aside);
    }
}
