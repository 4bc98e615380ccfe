/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VideoEncodingTest {
    @TempDir
    private Path folder;

    @Test
    void defaultsAreLeRobots() throws Exception {
        assertThat(Films.VIDEO.resolve(VideoEncoding.DEFAULT))
                .isEqualTo(new VideoEncoding("libsvtav1", "yuv420p", 2, 30, Optional.of("12"), 0, "pyav", Map.of()));
    }

    @Test
    void otherSpellingsMeanTheSame() {
        assertThat(VideoEncoding.DEFAULT.withVcodec("av1").vcodec()).isEqualTo("libsvtav1");
        assertThat(VideoEncoding.DEFAULT.withVcodec("libopenh264").vcodec()).isEqualTo("h264");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatThrownBy(() -> new VideoEncoding("libx264", "yuv420p", 0, 99, Optional.empty(), -1, "gst", Map.of()))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.problems()).hasSize(5));
    }

    @Test
    void whatIsNotHereIsRefusedWithWhatIs() throws Exception {
        for (String vcodec : new String[] {"hevc", "h264_nvenc", "libaom-av1"}) {
            if (Films.VIDEO.encoders().stream().noneMatch(name -> name.startsWith(vcodec))) {
                refused(VideoEncoding.DEFAULT.withVcodec(vcodec), "libsvtav1, h264");
            }
        }
    }

    @Test
    void autoTakesWhatWorks() throws Exception {
        String chosen =
                Films.VIDEO.resolve(VideoEncoding.DEFAULT.withVcodec("auto")).vcodec();

        assertThat(Films.VIDEO.encoders()).contains(chosen);
    }

    @Test
    void optionsThatTheCodecDoesNotTakeAreRefused() {
        refused(of("h264", "yuv420p", 30, Optional.of("fast"), 0, Map.of()), "OpenH264");
        refused(of("h264", "yuv420p", 0, Optional.empty(), 0, Map.of()), "1 to 51");
        refused(of("libsvtav1", "yuv420p", 30.5, Optional.empty(), 0, Map.of()), "whole numbers");
        refused(of("libsvtav1", "yuv420p", 30, Optional.of("99"), 0, Map.of()), "preset=99");
        refused(of("libsvtav1", "yuv420p", 30, Optional.empty(), 3, Map.of()), "fast_decode=3");
        refused(of("libsvtav1", "yuv444p", 30, Optional.empty(), 0, Map.of()), "takes yuv420p");
        refused(of("libsvtav1", "gray", 30, Optional.empty(), 0, Map.of()), "pix_fmt=gray");
        refused(of("libsvtav1", "yuv420p", 30, Optional.empty(), 0, Map.of("tune", "film")), "no option tune");
        refused(of("libsvtav1", "yuv420p", 30, Optional.empty(), 0, Map.of("crf", "20")), "crf");
        refused(
                of("libsvtav1", "yuv420p", 30, Optional.empty(), 0, Map.of("svtav1-params", "fast-decode=1")),
                "fast-decode");
    }

    @Test
    void aSizeThatTheCodecDoesNotTakeIsRefusedBeforeAFileIsWritten() {
        Path file = folder.resolve("tiny.mp4");

        assertThatThrownBy(() -> Films.VIDEO.encode(
                        file, new PictureFormat(16000, 16000, 10), Films.H264, VideoForm.PLAIN, OptionalInt.empty()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("16000x16000");
        assertThat(file).doesNotExist();
    }

    @Test
    void fastDecodeAndThreadsAreTaken() throws Exception {
        for (String vcodec : new String[] {"libsvtav1", "h264"}) {
            Path file = folder.resolve(vcodec);
            try (VideoEncoder encoder = Films.VIDEO.encode(
                    file,
                    Films.SMALL,
                    of(vcodec, "yuv420p", 30, Optional.empty(), 1, Map.of()),
                    VideoForm.PLAIN,
                    OptionalInt.of(2))) {
                encoder.write(Films.frame(Films.SMALL, 3));
                encoder.finish();
            }
            assertThat(Films.indices(file, 10)).containsExactly(3);
        }
    }

    private static VideoEncoding of(
            String vcodec,
            String pixFmt,
            double crf,
            Optional<String> preset,
            int fastDecode,
            Map<String, String> extra) {
        return new VideoEncoding(vcodec, pixFmt, 2, crf, preset, fastDecode, "pyav", extra);
    }

    private static void refused(VideoEncoding encoding, String because) {
        assertThatThrownBy(() -> Films.VIDEO.resolve(encoding))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(because);
    }
}
