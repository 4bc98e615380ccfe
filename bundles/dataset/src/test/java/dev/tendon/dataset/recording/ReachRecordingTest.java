/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.EpisodeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The recording in the tree is what {@link ReachRecording} says. To write it anew: {@code mvn verify -pl bundles/dataset -am
 * -Dtendon.recording.write=true}.
 */
class ReachRecordingTest {
    private static final Path COMMITTED = Path.of("../../teleoperators/playback/recordings/so101-reach");

    private final ReachRecording recording = new ReachRecording();

    @BeforeAll
    static void writeWhereAsked() throws IOException {
        if (Boolean.getBoolean("tendon.recording.write")) {
            new ReachRecording().write(COMMITTED);
        }
    }

    @Test
    void theCommittedFramesAreTheGeneratorsExactly() throws IOException {
        List<Map<String, Object>> expected = recording.allFrames();
        try (Dataset dataset = Dataset.open(COMMITTED)) {
            assertThat(dataset.info().totalFrames()).isEqualTo(expected.size());
            for (EpisodeInfo episode : dataset.episodes()) {
                EpisodeFrames frames = dataset.frames(
                        episode.index(),
                        Set.of("action", "observation.state", "frame_index", "episode_index", "index"));
                for (int i = 0; i < frames.length(); i++) {
                    Map<String, Object> row = expected.get((int) episode.fromRow() + i);
                    for (String feature : row.keySet()) {
                        List<?> values = row.get(feature) instanceof List<?> list ? list : List.of(row.get(feature));
                        for (int element = 0; element < values.size(); element++) {
                            assertThat(frames.value(feature, i, element))
                                    .isEqualTo(((Number) values.get(element)).doubleValue());
                        }
                    }
                    assertThat(frames.task(i)).isEqualTo(episode.tasks().get(0));
                }
            }
        }
    }

    @Test
    void theCommittedMetaIsTheGenerators() throws IOException {
        JsonMapper mapper = new JsonMapper();
        assertThat(mapper.readTree(Files.readAllBytes(COMMITTED.resolve("meta/info.json"))))
                .isEqualTo(mapper.<JsonNode>readTree(mapper.writeValueAsBytes(recording.info())));
        assertThat(mapper.readTree(Files.readAllBytes(COMMITTED.resolve("meta/stats.json"))))
                .isEqualTo(mapper.<JsonNode>readTree(
                        mapper.writeValueAsBytes(ReachRecording.stats(recording.allFrames()))));
        try (Dataset dataset = Dataset.open(COMMITTED)) {
            assertThat(dataset.episodes())
                    .containsExactly(
                            new EpisodeInfo(0, 0, 240, List.of("Reach for the cube and set it down on the left")),
                            new EpisodeInfo(1, 240, 480, List.of("Reach for the cube and set it down on the right")));
        }
    }

    @Test
    void theMotionIsOneThatAnArmCanMake() {
        for (ReachMotion motion : List.of(ReachMotion.toTheLeft(), ReachMotion.toTheRight())) {
            float[][] actions = motion.actions();
            float[][] states = motion.states();
            for (int joint = 0; joint < ReachMotion.JOINTS.size(); joint++) {
                double gap = 0;
                for (int frame = 0; frame < actions.length; frame++) {
                    assertThat(actions[frame][joint]).isBetween(joint == 5 ? 0f : -100f, 100f);
                    assertThat(Math.abs(actions[frame][joint] - actions[Math.max(0, frame - 1)][joint]))
                            .isLessThan(6f);
                    gap += Math.abs(actions[frame][joint] - states[frame][joint]) / actions.length;
                }
                assertThat(gap).as(ReachMotion.JOINTS.get(joint)).isBetween(0.1, 6.0);
            }
        }
    }

    @Test
    void itIsSmall() throws IOException {
        try (Stream<Path> files = Files.walk(COMMITTED)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(f -> f.toFile().length())
                            .sum())
                    .isLessThan(100_000);
        }
    }
}
