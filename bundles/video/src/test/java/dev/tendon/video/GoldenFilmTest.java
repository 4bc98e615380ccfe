/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code lerobot-av1.mp4}: written by LeRobot 7427f3180 (PyAV 18.1, libsvtav1), two episodes of 10 frames, 10 fps, one after the other. The
 * numbers are the pixels that LeRobot read back, times 255.
 */
final class GoldenFilmTest {
    private static final int[][] PLACES = {{0, 0}, {10, 20}, {24, 32}, {40, 5}, {47, 63}};
    private static final Map<Double, int[][]> PIXELS = Map.of(
            0.0, new int[][] {{2, 2, 0}, {79, 48, 0}, {128, 120, 0}, {16, 200, 0}, {250, 230, 3}},
            0.5, new int[][] {{0, 3, 36}, {80, 49, 37}, {128, 120, 37}, {16, 201, 37}, {251, 231, 42}},
            0.9, new int[][] {{0, 2, 68}, {78, 50, 69}, {126, 121, 68}, {14, 202, 68}, {250, 232, 74}},
            1.0, new int[][] {{0, 0, 96}, {80, 49, 99}, {126, 118, 96}, {16, 202, 98}, {251, 231, 103}},
            1.9, new int[][] {{1, 3, 169}, {79, 50, 169}, {127, 121, 169}, {15, 202, 169}, {250, 231, 174}});

    @TempDir
    private Path folder;

    @Test
    void givesThePixelsThatLeRobotReads() throws Exception {
        try (VideoReader reader = Films.VIDEO.open(Films.resource("lerobot-av1.mp4", folder), 1)) {
            ByteBuffer rgb = ByteBuffer.allocateDirect(reader.info().rgbBytes());
            for (var expected : PIXELS.entrySet()) {
                assertThat(reader.frame(expected.getKey(), 1e-4, rgb)).isEqualTo(expected.getKey());
                for (int i = 0; i < PLACES.length; i++) {
                    for (int channel = 0; channel < 3; channel++) {
                        int at = (PLACES[i][0] * 64 + PLACES[i][1]) * 3 + channel;
                        assertThat(rgb.get(at) & 0xff)
                                .as("%s s, pixel %d, channel %d", expected.getKey(), i, channel)
                                .isCloseTo(expected.getValue()[i][channel], within(2));
                    }
                }
            }
        }
    }

    @Test
    void saysWhatInfoJsonSays() throws Exception {
        VideoInfo info = Films.VIDEO.probe(Films.resource("lerobot-av1.mp4", folder));

        assertThat(info).isEqualTo(new VideoInfo("av1", "yuv420p", 64, 48, 3, 10, 20, 0, 2, false));
        assertThat(Films.VIDEO.resolve(VideoEncoding.DEFAULT).info(info))
                .hasToString(
                        "{video.height=48, video.width=64, video.codec=av1, video.pix_fmt=yuv420p, video.fps=10,"
                                + " video.channels=3, has_audio=false, video.g=2, video.crf=30, video.preset=12,"
                                + " video.fast_decode=0, video.video_backend=pyav, video.extra_options={}, is_depth_map=false}");
    }
}
