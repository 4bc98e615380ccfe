/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Films with bytes changed, cut out and torn off: whatever is in them, it ends in an IOException or in frames, and soon. */
final class FilmFuzz {
    private static final int TRIES = 150;
    private static final long MAX_RESIDENT_GROWTH_KB = 600_000;

    @TempDir
    private Path folder;

    @Test
    void damagedFilmsAreReadOrRefused() throws Exception {
        byte[][] films = {
            Files.readAllBytes(Films.resource("lerobot-av1.mp4", folder)),
            Files.readAllBytes(Films.film(folder.resolve("a"), Films.SMALL, 9, Films.H264, VideoForm.PLAIN)),
            Files.readAllBytes(Films.film(folder.resolve("b"), Films.SMALL, 9, Films.AV1, VideoForm.FRAGMENTED)),
            Files.readAllBytes(Films.film(folder.resolve("c"), Films.SMALL, 9, Films.H264, VideoForm.FRAGMENTED)),
        };
        Random random = new Random(20260);
        long before = residentKb();
        for (int i = 0; i < TRIES; i++) {
            byte[] damaged = damage(films[i % films.length], random);
            Path file = Files.write(folder.resolve("damaged.mp4"), damaged);
            read(file);
            use(file);
        }
        assertThat(residentKb() - before).isLessThan(MAX_RESIDENT_GROWTH_KB);
    }

    /** Found by this fuzzer: 3.6 KB that claim eleven million frames; FFmpeg sought in them for hours. */
    @Test
    @Timeout(60)
    void aFilmThatClaimsMoreFramesThanItHasBytesIsReadUpToThere() throws Exception {
        Path file = Films.resource("eleven-million-frames.mp4", folder);

        read(file);
        use(file);

        assertThat(Films.VIDEO.wholeFrames(file)).isLessThan(20);
    }

    private static byte[] damage(byte[] film, Random random) {
        byte[] damaged = film.clone();
        int flips = 1 << random.nextInt(6);
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(damaged.length);
            damaged[at] = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> (byte) 0xff;
                case 2 -> 0x7f;
                default -> (byte) random.nextInt(256);
            };
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    private static void read(Path file) {
        try (VideoReader reader = Films.VIDEO.open(file, 1)) {
            ByteBuffer rgb =
                    ByteBuffer.allocateDirect(Math.min(1 << 24, reader.info().rgbBytes()));
            if (rgb.capacity() < reader.info().rgbBytes()) {
                return;
            }
            for (int i = 0; i < 40 && !Double.isNaN(reader.next(rgb)); i++) {
                assertThat(rgb.position()).isZero();
            }
            reader.frame(0.4, 0.05, rgb);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining(file.toString());
        }
    }

    private void use(Path file) {
        Path to = folder.resolve("to.mp4");
        try {
            Files.deleteIfExists(to);
            Films.VIDEO.wholeFrames(file);
            Films.VIDEO.remux(file, to, 5);
        } catch (IOException e) {
            assertThat(e.getMessage()).containsAnyOf(file.toString(), to.toString());
            assertThat(to).doesNotExist();
        }
    }

    private static long residentKb() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
