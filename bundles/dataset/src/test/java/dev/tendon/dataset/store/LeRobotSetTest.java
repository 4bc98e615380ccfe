/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.tool.Progress;
import dev.tendon.dataset.tool.Severity;
import dev.tendon.dataset.tool.Validator;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets that LeRobot has written, recorded on, with real videos and pictures. Their content is described beside them. */
class LeRobotSetTest {
    private static final Video VIDEO = Video.of(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));
    private static final String FRONT = "observation.images.front";
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int FRAMES = 10;
    /** Longer than what an encoder keeps inside. */
    private static final int LONG = 60;

    private final FileLayer layer = FaultyFiles.sound();

    @TempDir
    Path temporary;

    /** Records what would be episode {@code e} of the set. */
    private void record(DatasetStore store, int e, boolean save) throws IOException {
        EpisodeJournal journal = store.begin("place the cube", Map.of(FRONT, VideoEncoding.DEFAULT));
        boolean video = store.spec().features().get(FRONT).video();
        VideoEncoder encoder = video
                ? VIDEO.encode(
                        journal.video(FRONT),
                        new PictureFormat(WIDTH, HEIGHT, 10),
                        VideoEncoding.DEFAULT,
                        VideoForm.FRAGMENTED,
                        OptionalInt.empty())
                : null;
        try (encoder) {
            for (int i = 0; i < (save ? FRAMES : LONG); i++) {
                for (int j = 0; j < 6; j++) {
                    journal.row().set(journal.row().slot("observation.state"), j, 16 * e + i + j / 8.0);
                    journal.row().set(journal.row().slot("action"), j, 16 * e + i + j / 8.0 + 0.5);
                }
                if (encoder != null) {
                    encoder.write(picture(e, i));
                } else {
                    journal.image(FRONT, png(picture(e, i)));
                }
                journal.append();
            }
            if (encoder != null && save) {
                encoder.finish();
            }
        }
        journal.sync();
        if (save) {
            store.save(journal, Map.of());
        } else {
            journal.close();
        }
    }

    private static ByteBuffer picture(int e, int i) {
        ByteBuffer rgb = ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                rgb.put((byte) (4 * x)).put((byte) (5 * y)).put((byte) (100 * e + 8 * i));
            }
        }
        return rgb.flip();
    }

    private static ByteBuffer png(ByteBuffer rgb) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            image.setRGB(
                    at % WIDTH,
                    at / WIDTH,
                    (rgb.get(3 * at) & 0xff) << 16 | (rgb.get(3 * at + 1) & 0xff) << 8 | (rgb.get(3 * at + 2) & 0xff));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return ByteBuffer.wrap(out.toByteArray());
    }

    private Path golden(String name) throws IOException {
        Path from = Path.of("src/test/resources/golden", name);
        Path root = temporary.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = root.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return root;
    }

    private void recordOn(String name) throws Exception {
        Path root = golden(name);
        DatasetSpec spec = DatasetSpec.read(root);
        try (DatasetStore store = DatasetStore.resume(layer, VIDEO, root, spec)) {
            record(store, 2, true);
            record(store, 3, false);
        }
        check(root, 3);
        try (DatasetStore store = DatasetStore.resume(layer, VIDEO, root, spec)) {
            JournaledTail tail = store.tails().get(0);
            assertThat(tail.frames()).isBetween(LONG / 2, LONG); // what was inside the encoder is lost
            tail.keep();
            store.pack();
        }
        check(root, 4);
        String keep = System.getProperty("tendon.keep"); // to be looked at by other programs
        if (keep != null) {
            new ProcessBuilder("cp", "-r", root.toString(), keep).start().waitFor();
        }
    }

    private static void check(Path root, int episodes) throws Exception {
        assertThat(Validator.of(root).run(Progress.NONE).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.episodes()).hasSize(episodes);
            assertThat(dataset.missingVideos()).isEmpty();
            for (int e = 0; e < episodes; e++) {
                EpisodeFrames frames = dataset.frames(e, Set.of("action"));
                for (int i = 0; i < frames.length(); i++) {
                    assertThat(frames.value("action", i, 3)).isEqualTo(16 * e + i + 3 / 8.0 + 0.5);
                    assertThat(frames.task(i)).isEqualTo(e == 0 ? "pick the cube" : "place the cube");
                }
            }
        }
    }

    @Test
    void recordsOnASetWithVideos() throws Exception {
        recordOn("v3.0-video");
    }

    @Test
    void recordsOnASetWithPicturesInItsRows() throws Exception {
        recordOn("v3.0-image");
    }

    @Test
    void recordsOnAConvertedSet() throws Exception {
        recordOn("v3.0-converted-image");
    }

    @Test
    void refusesAnOlderFormatWithAdvice() throws IOException {
        Path root = golden("v2.1-image");
        assertThatThrownBy(() -> DatasetStore.open(layer, VIDEO, root))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("v2.1")
                .hasMessageContaining("convert --to=v3.0");
        assertThat(root.resolve(".tendon")).doesNotExist();
    }
}
