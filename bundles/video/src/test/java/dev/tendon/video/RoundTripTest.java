/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void everyEncoderThatIsHereGivesBackTheFramesInOrder() throws Exception {
        for (String encoder : Films.VIDEO.encoders()) {
            VideoEncoding encoding = Films.AV1.withVcodec(encoder);
            for (VideoForm form : VideoForm.values()) {
                Path file = Films.film(folder.resolve(encoder + form), Films.SMALL, 21, encoding, form);

                assertThat(Films.indices(file, 10)).as(encoder).isEqualTo(upTo(21));
                assertThat(Films.VIDEO.probe(file).frames()).isEqualTo(21);
                assertThat(Films.VIDEO.probe(file).durationS()).isEqualTo(2.1);
            }
        }
    }

    @Test
    void aFragmentedFilmGrowsAsTheEncoderGivesOut() throws Exception {
        Path file = folder.resolve("growing.mp4");
        try (VideoEncoder encoder =
                Films.VIDEO.encode(file, Films.SMALL, Films.H264, VideoForm.FRAGMENTED, OptionalInt.empty())) {
            for (int i = 0; i < 7; i++) {
                encoder.write(Films.frame(Films.SMALL, i));
                assertThat(encoder.progress()).isEqualTo(new EncoderProgress(i + 1, i + 1, 0));
                assertThat(Films.VIDEO.wholeFrames(file)).isEqualTo(i + 1);
            }
            assertThat(encoder.sync()).isEqualTo(new EncoderProgress(7, 7, 7));
        }
        assertThat(Films.VIDEO.wholeFrames(file)).isEqualTo(7);
    }

    @Test
    void theSecondFileIsWhatAPlainFilmWouldBe() throws Exception {
        for (String name : Films.VIDEO.encoders()) {
            VideoEncoding encoding = Films.AV1.withVcodec(name);
            Path fragments = folder.resolve(name + "-fragments.mp4");
            Path second = folder.resolve(name + "-second.mp4");
            try (VideoEncoder encoder =
                    Films.VIDEO.encodeTwice(fragments, second, Films.SMALL, encoding, OptionalInt.of(1))) {
                for (int i = 0; i < 21; i++) {
                    encoder.write(Films.frame(Films.SMALL, i));
                    encoder.sync();
                }
                encoder.finish();
            }
            Path plain = Films.film(folder.resolve(name + "-plain"), Films.SMALL, 21, encoding, VideoForm.PLAIN);

            assertThat(Films.VIDEO.wholeFrames(fragments)).isEqualTo(21);
            assertThat(Files.mismatch(second, plain)).as(name).isEqualTo(-1);
        }
    }

    @Test
    void svtHoldsBackLessThanASecond() throws Exception {
        Path file = folder.resolve("held.mp4");
        try (VideoEncoder encoder =
                Films.VIDEO.encode(file, Films.SMALL, Films.AV1, VideoForm.FRAGMENTED, OptionalInt.empty())) {
            for (int i = 0; i < 90; i++) {
                encoder.write(Films.frame(Films.SMALL, i));
                EncoderProgress progress = encoder.progress();
                assertThat(progress.taken() - progress.written()).isLessThanOrEqualTo(40);
            }
        }
        assertThat(Films.VIDEO.wholeFrames(file)).isGreaterThanOrEqualTo(50);
    }

    @Test
    void theLookaheadThatIsSwitchedOffChangesNoByte() throws Exception {
        VideoEncoding looking = new VideoEncoding(
                "libsvtav1",
                "yuv420p",
                2,
                30,
                Films.AV1.preset(),
                0,
                "pyav",
                java.util.Map.of("svtav1-params", "lookahead=40"));
        Path ours = Films.film(folder.resolve("ours"), Films.SMALL, 40, Films.AV1, VideoForm.PLAIN);
        Path theirs = Films.film(folder.resolve("theirs"), Films.SMALL, 40, looking, VideoForm.PLAIN);

        assertThat(Files.mismatch(ours, theirs)).isEqualTo(-1);
    }

    @Test
    void bytesBeforeTheBuffersPositionAreNotRead() throws Exception {
        ByteBuffer shifted = ByteBuffer.allocateDirect(Films.SMALL.rgbBytes() + 100);
        shifted.position(100).put(Films.frame(Films.SMALL, 9)).position(100);
        Path file = folder.resolve("shifted.mp4");
        try (VideoEncoder encoder =
                Films.VIDEO.encode(file, Films.SMALL, Films.H264, VideoForm.PLAIN, OptionalInt.of(1))) {
            encoder.write(shifted);
            encoder.finish();
        }

        assertThat(Films.indices(file, 10)).containsExactly(9);
    }

    static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }
}
