/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReaderTest {
    private static final int FRAMES = 21;
    private static final double TOLERANCE_S = 1e-4;

    @TempDir
    private Path folder;

    private final ByteBuffer rgb = ByteBuffer.allocateDirect(Films.SMALL.rgbBytes());
    private Path longGroups;

    @BeforeEach
    void encode() throws Exception {
        VideoEncoding sparse =
                new VideoEncoding("h264", "yuv420p", 8, 20, Films.AV1.preset(), 0, "pyav", java.util.Map.of());
        longGroups = Films.film(folder.resolve("long.mp4"), Films.SMALL, FRAMES, sparse, VideoForm.PLAIN);
    }

    @Test
    void findsEachFrameInWhateverOrder() throws Exception {
        Path shortGroups = Films.film(folder.resolve("short.mp4"), Films.SMALL, FRAMES, Films.AV1, VideoForm.PLAIN);
        Path fragments =
                Films.film(folder.resolve("fragments.mp4"), Films.SMALL, FRAMES, Films.AV1, VideoForm.FRAGMENTED);
        for (Path file : new Path[] {longGroups, shortGroups, fragments}) {
            try (VideoReader reader = Films.VIDEO.open(file, 1)) {
                Random random = new Random(7);
                for (int i = 0; i < 200; i++) {
                    int index = random.nextInt(FRAMES);
                    assertThat(reader.frame(index / 10.0, TOLERANCE_S, rgb)).isEqualTo(index / 10.0);
                    assertThat(Films.index(rgb, reader.info()))
                            .as("frame %d of %s", index, file)
                            .isEqualTo(index);
                }
            }
        }
    }

    @Test
    void takesTheNearestWithinTheTolerance() throws Exception {
        try (VideoReader reader = Films.VIDEO.open(longGroups, 1)) {
            assertThat(reader.frame(0.54, 0.05, rgb)).isEqualTo(0.5);
            assertThat(reader.frame(0.56, 0.05, rgb)).isEqualTo(0.6);
            assertThat(reader.frame(0.44, 0.05, rgb)).isEqualTo(0.4);
            assertThat(reader.frame(2.04, 0.05, rgb)).isEqualTo(2.0);
            assertThatThrownBy(() -> reader.frame(0.54, 0.03, rgb))
                    .isInstanceOf(FrameNotFoundException.class)
                    .hasMessageContaining("long.mp4")
                    .hasMessageContaining("0.54 s")
                    .hasMessageContaining("0.5 s");
            assertThatThrownBy(() -> reader.frame(2.1, TOLERANCE_S, rgb)).isInstanceOf(FrameNotFoundException.class);
            assertThatThrownBy(() -> reader.frame(1e9, TOLERANCE_S, rgb)).isInstanceOf(FrameNotFoundException.class);
            assertThatThrownBy(() -> reader.frame(-1, TOLERANCE_S, rgb)).isInstanceOf(FrameNotFoundException.class);
            assertThat(reader.frame(0.3, TOLERANCE_S, rgb))
                    .as("goes on after errors")
                    .isEqualTo(0.3);
        }
    }

    @Test
    void nextGoesOnFromWhereverItStands() throws Exception {
        try (VideoReader reader = Films.VIDEO.open(longGroups, 1)) {
            assertThat(reader.next(rgb)).isEqualTo(0);
            assertThat(reader.frame(1.0, TOLERANCE_S, rgb)).isEqualTo(1.0);
            assertThat(reader.next(rgb)).isEqualTo(1.1);
            assertThat(reader.frame(0.54, 0.05, rgb)).isEqualTo(0.5);
            assertThat(reader.next(rgb)).isEqualTo(0.6);
            assertThat(reader.frame(2.0, TOLERANCE_S, rgb)).isEqualTo(2.0);
            assertThat(reader.next(rgb)).isNaN();
            assertThat(reader.next(rgb)).isNaN();
            assertThat(reader.frame(0.1, TOLERANCE_S, rgb)).isEqualTo(0.1);
        }
    }

    @Test
    void refusesABufferThatIsTooSmall() throws Exception {
        try (VideoReader reader = Films.VIDEO.open(longGroups, 1)) {
            assertThatThrownBy(() -> reader.next(ByteBuffer.allocateDirect(10)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> Films.VIDEO.open(folder.resolve("none.mp4"), 1))
                .hasMessageContaining("none.mp4");
    }
}
