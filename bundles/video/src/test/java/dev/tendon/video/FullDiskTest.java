/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /dev/full} is a disk that is always full. */
final class FullDiskTest {
    private static final Path DEVICE = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private Path full;

    /** What fails is removed: it shall be a link, and not the device. */
    @BeforeEach
    void link() throws IOException {
        assumeTrue(Files.exists(DEVICE));
        full = Files.createSymbolicLink(folder.resolve("full.mp4"), DEVICE);
    }

    @AfterEach
    void theDeviceStays() {
        assertThat(DEVICE).exists();
    }

    @Test
    void aFragmentThatCannotBeWrittenIsNoticedAtOnce() {
        assertThatThrownBy(() -> {
                    try (VideoEncoder encoder = Films.VIDEO.encode(
                            full, Films.SMALL, Films.H264, VideoForm.FRAGMENTED, OptionalInt.empty())) {
                        encoder.write(Films.frame(Films.SMALL, 0));
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("full.mp4")
                .hasMessageContaining("disk is full");
    }

    @Test
    void aSecondFileThatCannotBeWrittenIsGivenUpAndNothingElse() throws Exception {
        Path fragments = folder.resolve("fragments.mp4");
        try (VideoEncoder encoder =
                Films.VIDEO.encodeTwice(fragments, full, Films.SMALL, Films.H264, OptionalInt.empty())) {
            for (int i = 0; i < 5; i++) {
                encoder.write(Films.frame(Films.SMALL, i));
            }
            encoder.finish();
        }
        assertThat(Films.VIDEO.wholeFrames(fragments)).isEqualTo(5);
        assertThat(full).doesNotExist();
    }

    @Test
    void aFilmThatCannotBeFinishedIsNoticed() {
        assertThatThrownBy(() -> {
                    try (VideoEncoder encoder =
                            Films.VIDEO.encode(full, Films.SMALL, Films.H264, VideoForm.PLAIN, OptionalInt.empty())) {
                        encoder.write(Films.frame(Films.SMALL, 0));
                        encoder.finish();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("disk is full");
    }
}
