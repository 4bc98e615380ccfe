/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets written by LeRobot; see golden/README.md for what is in them. */
class GoldenDatasetTest {
    private static final List<String> JOINTS = List.of(
            "shoulder_pan.pos",
            "shoulder_lift.pos",
            "elbow_flex.pos",
            "wrist_flex.pos",
            "wrist_roll.pos",
            "gripper.pos");

    static Dataset golden(String name) throws IOException {
        return Dataset.open(Path.of("src/test/resources/golden", name));
    }

    @ParameterizedTest
    @CsvSource({
        "v3.0-image,v3.0",
        "v3.0-video,v3.0",
        "v3.0-converted,v3.0",
        "v3.0-converted-image,v3.0",
        "v2.1-image,v2.1",
        "v2.1-video,v2.1"
    })
    void tellsWhatTheDatasetIs(String name, String version) throws IOException {
        try (Dataset dataset = golden(name)) {
            DatasetInfo info = dataset.info();
            assertThat(info.codebaseVersion()).isEqualTo(version);
            assertThat(info.robotType()).isEqualTo("so101_follower");
            assertThat(info.fps()).isEqualTo(10);
            assertThat(info.totalEpisodes()).isEqualTo(2);
            assertThat(info.totalFrames()).isEqualTo(20);
            assertThat(info.features().get("action"))
                    .isEqualTo(new DatasetFeature("action", "float32", List.of(6), JOINTS));
            assertThat(info.features().get("observation.images.front").tabular())
                    .isFalse();
            assertThat(dataset.episodes())
                    .containsExactly(
                            new EpisodeInfo(0, 0, 10, List.of("pick the cube")),
                            new EpisodeInfo(1, 10, 20, List.of("place the cube")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v3.0-image", "v3.0-video", "v3.0-converted", "v3.0-converted-image", "v2.1-image", "v2.1-video"
            })
    void readsEveryNumberExactly(String name) throws IOException {
        try (Dataset dataset = golden(name)) {
            for (int e = 0; e < 2; e++) {
                EpisodeFrames frames = dataset.frames(
                        e, Set.of("action", "observation.state", "frame_index", "episode_index", "index"));
                assertThat(frames.length()).isEqualTo(10);
                double[][] actions = frames.matrix("action");
                for (int i = 0; i < 10; i++) {
                    for (int j = 0; j < 6; j++) {
                        assertThat(frames.value("observation.state", i, j)).isEqualTo(16.0 * e + i + j / 8.0);
                        assertThat(actions[i][j]).isEqualTo(16.0 * e + i + j / 8.0 + 0.5);
                    }
                    assertThat(frames.timestamp(i)).isEqualTo((float) (i / 10.0));
                    assertThat(frames.value("frame_index", i, 0)).isEqualTo(i);
                    assertThat(frames.value("episode_index", i, 0)).isEqualTo(e);
                    assertThat(frames.value("index", i, 0)).isEqualTo(10.0 * e + i);
                    assertThat(frames.task(i)).isEqualTo(e == 0 ? "pick the cube" : "place the cube");
                }
            }
        }
    }

    @Test
    void listsTheVideosThatAreMissingAndNoOthers(@TempDir Path folder) throws IOException {
        Path recorded = Copies.of("v3.0-video", folder.resolve("recorded"));
        Path old = Copies.of("v2.1-video", folder.resolve("old"));
        assertThat(missing(recorded)).isEmpty();
        assertThat(missing(old)).isEmpty();
        assertThat(missing(Path.of("src/test/resources/golden/v3.0-image"))).isEmpty();
        Copies.delete(recorded.resolve("videos"));
        Copies.delete(old.resolve("videos"));
        assertThat(missing(recorded))
                .containsExactly(Path.of("videos/observation.images.front/chunk-000/file-000.mp4"));
        assertThat(missing(old))
                .containsExactly(
                        Path.of("videos/chunk-000/observation.images.front/episode_000000.mp4"),
                        Path.of("videos/chunk-000/observation.images.front/episode_000001.mp4"));
    }

    private static List<Path> missing(Path root) throws IOException {
        try (Dataset dataset = Dataset.open(root)) {
            return dataset.missingVideos();
        }
    }

    @Test
    void saysWhereAnEpisodesVideosAre() throws Exception {
        try (Dataset shared = golden("v3.0-video");
                Dataset own = golden("v2.1-video");
                Dataset pictures = golden("v3.0-image")) {
            assertThat(shared.videos(1))
                    .containsExactly(new EpisodeVideo(
                            "observation.images.front",
                            shared.root().resolve("videos/observation.images.front/chunk-000/file-000.mp4"),
                            1,
                            2));
            assertThat(own.videos(1))
                    .containsExactly(new EpisodeVideo(
                            "observation.images.front",
                            own.root().resolve("videos/chunk-000/observation.images.front/episode_000001.mp4"),
                            0,
                            1));
            assertThat(pictures.videos(0)).isEmpty();
        }
    }

    /** What is in them: golden/README.md. */
    @ParameterizedTest
    @ValueSource(strings = {"v3.0-image", "v2.1-image", "v3.0-converted-image"})
    void readsPicturesOutOfRows(String name) throws Exception {
        try (Dataset dataset = golden(name)) {
            List<Integer> frames = new ArrayList<>();
            dataset.pictures(1, "observation.images.front", (frame, bytes) -> {
                frames.add(frame);
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
                assertThat(image.getRGB(7, 3) & 0xFFFFFF).isEqualTo(28 << 16 | 15 << 8 | (100 + 8 * frame));
            });
            assertThat(frames).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void tellsASinksFailureAsItIs() throws Exception {
        try (Dataset dataset = golden("v3.0-image")) {
            assertThatThrownBy(() -> dataset.pictures(0, "observation.images.front", (frame, bytes) -> {
                        throw new IOException("the disk is full");
                    }))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("the disk is full");
        }
    }
}
