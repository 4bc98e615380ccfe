/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.dataset.FormatException;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.Video;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos that no browser plays. What is in the depth video: resources/depth/README.md. */
class ConversionTest {
    private static final Path DEPTH = Path.of("src/test/resources/depth/hevc-gray12.mp4");
    private static final Path COLOUR =
            Path.of("src/test/resources/golden/v3.0-video/videos/observation.images.front/chunk-000/file-000.mp4");

    @TempDir
    private Path folder;

    private final Video video = Video.of(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));
    private final Conversion conversion = new Conversion(video);

    @Test
    void isForWhatBrowsersDoNotPlay() throws Exception {
        assertThat(conversion.needless(COLOUR)).isTrue();
        assertThat(conversion.needless(DEPTH)).isFalse();
        Path torn = Files.writeString(folder.resolve("torn.mp4"), "torn");
        assertThat(conversion.needless(torn)).as("the browser will say").isTrue();
    }

    @Test
    void showsDepthInColoursFrameByFrame() throws Exception {
        Path made = folder.resolve("made.mp4");
        conversion.write(DEPTH, 1.3, 5, 10, made);
        VideoInfo info = video.probe(made);
        assertThat(info.frames()).isEqualTo(5);
        assertThat(info.fps()).isEqualTo(10);
        assertThat(info.codec()).isIn("h264", "av1");
        assertThat(conversion.needless(made)).isTrue();
        try (VideoReader reader = video.open(made, 1)) {
            ByteBuffer rgb = ByteBuffer.allocateDirect(info.rgbBytes());
            for (int frame = 0; frame < 5; frame++) {
                reader.frame(frame / 10.0, 1e-4, rgb);
                // The bar, the nearest, is violet: darker than what is beside it, and where it is in this frame.
                assertThat(green(rgb, 6 * (frame + 3) + 3))
                        .as("bar in frame " + frame)
                        .isLessThan(22);
                assertThat(green(rgb, 6 * ((frame + 8) % 10) + 3))
                        .as("beside it")
                        .isGreaterThan(30);
            }
            assertThat(green(rgb, 60)).as("farther is lighter").isGreaterThan(green(rgb, 33) + 20);
        }
    }

    private static int green(ByteBuffer rgb, int x) {
        return rgb.get((24 * 64 + x) * 3 + 1) & 0xFF;
    }

    @Test
    void cutsAnOddSizeToAnEvenOne() {
        VideoInfo odd = new VideoInfo("hevc", "yuv444p", 3, 3, 3, 10, 1, 0, 0.1, false);
        ByteBuffer from = ByteBuffer.allocate(27);
        for (int i = 0; i < 27; i++) {
            from.put(i, (byte) i);
        }
        ByteBuffer to = ByteBuffer.allocate(12);
        new Colouring(odd, new PictureFormat(2, 2, 10)).put(from, to);
        assertThat(to.array()).containsExactly(0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14);
    }

    @Test
    void blamesTheFileThatIsReadForItsDamage() throws Exception {
        Path torn = Files.write(folder.resolve("torn.mp4"), java.util.Arrays.copyOf(Files.readAllBytes(DEPTH), 3000));
        assertThatThrownBy(() -> conversion.write(torn, 0, 10, 10, folder.resolve("made.mp4")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("torn.mp4");
        assertThatThrownBy(() -> conversion.write(DEPTH, 7, 10, 10, folder.resolve("made.mp4")))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void isPartOfTheFolderAndOfWhatIsServed() throws Exception {
        Path root = Sets.depth(folder);
        Path output = folder.resolve("page");
        PageFolder.Result result = new PageFolder(Sets.converting(root), root, output).write((done, total) -> {});
        assertThat(result.problems()).isEmpty();
        assertThat(Sets.files(output.resolve("videos")).map(Path::toString))
                .containsExactlyInAnyOrder("0-front/episode-000000.mp4", "0-front/episode-000001.mp4");
        new PageFolder(Sets.converting(root), root, output).write((done, total) -> {}); // it is ours, and replaced
    }
}
