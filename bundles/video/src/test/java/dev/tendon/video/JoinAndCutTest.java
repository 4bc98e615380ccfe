/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JoinAndCutTest {
    @TempDir
    private Path folder;

    @Test
    void joinedFilmsFollowEachOtherWithoutAGap() throws Exception {
        for (VideoEncoding encoding : List.of(Films.AV1, Films.H264)) {
            Path one = Films.film(folder.resolve("one.mp4"), Films.SMALL, 5, encoding, VideoForm.PLAIN);
            Path two = Films.film(folder.resolve("two.mp4"), Films.SMALL, 8, encoding, VideoForm.FRAGMENTED);
            Path all = folder.resolve("all.mp4");

            List<Span> spans = Films.VIDEO.concat(List.of(one, two, one), all);

            assertThat(spans).containsExactly(new Span(0, 0.5), new Span(0.5, 1.3), new Span(1.3, 1.8));
            assertThat(Films.indices(all, 10)).containsExactly(0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4);
            assertThat(Films.VIDEO.probe(all).durationS()).isEqualTo(1.8);
        }
    }

    @Test
    void filmsThatDifferAreNotJoined() throws Exception {
        Path one = Films.film(folder.resolve("one.mp4"), Films.SMALL, 2, Films.AV1, VideoForm.PLAIN);
        Path two = Films.film(folder.resolve("two.mp4"), new PictureFormat(96, 48, 10), 2, Films.H264, VideoForm.PLAIN);
        Path all = folder.resolve("all.mp4");

        assertThatThrownBy(() -> Films.VIDEO.concat(List.of(one, two), all))
                .isInstanceOf(VideoMismatchException.class)
                .hasMessageContaining("two.mp4")
                .hasMessageContaining("codec (av1, h264)")
                .hasMessageContaining("size (64x48, 96x48)");
        assertThat(all).doesNotExist();
    }

    @Test
    void aRemuxedFilmIsLaidOutAsOneThatWasNeverFragmented() throws Exception {
        Path fragments = Films.film(folder.resolve("f.mp4"), Films.SMALL, 9, Films.AV1, VideoForm.FRAGMENTED);
        Path plain = folder.resolve("p.mp4");

        assertThat(Films.VIDEO.remux(fragments, plain, Long.MAX_VALUE)).isEqualTo(9);

        VideoInfo info = Films.VIDEO.probe(plain);
        assertThat(info).isEqualTo(new VideoInfo("av1", "yuv420p", 64, 48, 3, 10, 9, 0, 0.9, false));
        assertThat(boxes(plain)).containsExactly("ftyp", "moov", "free", "mdat");
        assertThat(Films.indices(plain, 10)).isEqualTo(RoundTripTest.upTo(9));
        assertThat(Films.VIDEO.remux(fragments, plain, 4)).isEqualTo(4);
        assertThat(Films.indices(plain, 10)).isEqualTo(RoundTripTest.upTo(4));
    }

    @Test
    void aPartThatBeginsWithAKeyFrameIsCopied() throws Exception {
        Path film = Films.film(folder.resolve("film.mp4"), Films.SMALL, 15, Films.AV1, VideoForm.PLAIN);
        Path part = folder.resolve("part.mp4");

        assertThat(Films.VIDEO.cut(film, new Span(0.4, 0.9), part, Films.AV1)).isTrue();

        assertThat(Films.indices(part, 10)).containsExactly(4, 5, 6, 7, 8);
    }

    @Test
    void aPartThatDoesNotIsEncodedAnew() throws Exception {
        Path film = Films.film(folder.resolve("film.mp4"), Films.SMALL, 15, Films.H264, VideoForm.PLAIN);
        Path part = folder.resolve("part.mp4");

        assertThat(Films.VIDEO.cut(film, new Span(0.5, 0.9), part, Films.H264)).isFalse();

        assertThat(Films.indices(part, 10)).containsExactly(5, 6, 7, 8);
    }

    private static List<String> boxes(Path file) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<String> types = new java.util.ArrayList<>();
        while (bytes.hasRemaining()) {
            int at = bytes.position();
            byte[] type = new byte[4];
            bytes.get(at + 4, type);
            types.add(new String(type, java.nio.charset.StandardCharsets.US_ASCII));
            bytes.position(at + bytes.getInt(at));
        }
        return types;
    }
}
