/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;

/** A fragmented film that is torn off, or whose end is garbage, still has every frame before. */
final class TornFilmProperties {
    private static final int FRAMES = 20;
    private static final Path FOLDER = folder();
    private static final byte[] H264 = film("h264", Films.H264);
    private static final byte[] AV1 = film("av1", Films.AV1);

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void tornAnywhereItHasAPrefix(@ForAll boolean av1, @ForAll @DoubleRange(max = 1) double where) throws IOException {
        byte[] whole = av1 ? AV1 : H264;
        int end = (int) (whole.length * where);
        Path torn = Files.write(FOLDER.resolve("torn"), Arrays.copyOf(whole, end));

        long frames = Films.VIDEO.wholeFrames(torn);

        // A frame more needs more bytes: so many as stand before the tear, and not one fewer.
        assertThat(frames).isBetween(0L, (long) FRAMES);
        assertThat(end == whole.length).isEqualTo(frames == FRAMES);
        if (frames > 0) {
            Path saved = FOLDER.resolve("saved.mp4");
            assertThat(Films.VIDEO.remux(torn, saved, Long.MAX_VALUE)).isEqualTo(frames);
            assertThat(Films.indices(saved, 10)).isEqualTo(RoundTripTest.upTo((int) frames));
            assertThat(Films.VIDEO.probe(saved).frames()).isEqualTo(frames);
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void zeroesInsteadOfItsEndCostOnlyThoseFrames(@ForAll boolean av1, @ForAll @DoubleRange(max = 1) double where)
            throws IOException {
        byte[] whole = av1 ? AV1 : H264;
        byte[] damaged = whole.clone();
        int from = (int) (whole.length * where);
        Arrays.fill(damaged, from, damaged.length, (byte) 0);
        Path cut = Files.write(FOLDER.resolve("cut"), Arrays.copyOf(whole, from));
        Path file = Files.write(FOLDER.resolve("damaged"), damaged);

        long frames = Films.VIDEO.wholeFrames(file);

        // A coded frame may end in zeroes of its own, hence one more at most.
        assertThat(frames - Films.VIDEO.wholeFrames(cut)).isBetween(0L, 1L);
        if (frames > 0) {
            Path saved = FOLDER.resolve("saved.mp4");
            assertThat(Films.VIDEO.remux(file, saved, Long.MAX_VALUE)).isEqualTo(frames);
            assertThat(Films.indices(saved, 10)).hasSize((int) frames);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("torn");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] film(String name, VideoEncoding encoding) {
        try {
            return Files.readAllBytes(
                    Films.film(FOLDER.resolve(name), Films.SMALL, FRAMES, encoding, VideoForm.FRAGMENTED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
