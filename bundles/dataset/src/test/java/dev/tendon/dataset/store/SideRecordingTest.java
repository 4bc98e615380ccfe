/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.tool.Progress;
import dev.tendon.dataset.tool.SideRecording;
import dev.tendon.dataset.tool.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideRecordingTest {
    @TempDir
    Path folder;

    private final FileLayer layer = new LocalFiles();
    private final FakeVideo video = new FakeVideo(file -> {});
    private Path root;
    private SideRecording side;

    @BeforeEach
    void name() {
        root = folder.resolve("set");
        side = SideRecording.of(root);
    }

    private DatasetStore store() throws IOException {
        return side.exists()
                ? DatasetStore.resume(layer, video, side.folder(), Takes.SPEC)
                : DatasetStore.create(layer, video, side.folder(), Takes.SPEC);
    }

    private void record(int... takes) throws IOException {
        try (DatasetStore store = store()) {
            for (int take : takes) {
                store.save(Takes.record(layer, store, take, 4), Map.of());
            }
        }
    }

    private List<Integer> takes() throws IOException {
        List<Integer> takes = new ArrayList<>();
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.info().codebaseVersion()).isEqualTo("v2.1");
            for (int episode = 0; episode < dataset.episodes().size(); episode++) {
                takes.add(Takes.take(
                        (int) dataset.frames(episode, Set.of("action")).value("action", 0, 0)));
            }
        }
        return takes;
    }

    private void join() throws Exception {
        assertThat(side.join(video, Progress.NONE)).isPresent();
        assertThat(side.exists()).isFalse();
        assertThat(Validator.of(root).videos(video).quick().run(Progress.NONE).findings())
                .isEmpty();
    }

    private void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private List<Path> names() throws IOException {
        return Trees.children(folder).stream().map(Path::getFileName).toList();
    }

    @Test
    void becomesTheDatasetWhereThereIsNone() throws Exception {
        record(0, 1);
        assertThat(root).doesNotExist();
        join();
        assertThat(takes()).containsExactly(0, 1);
        assertThat(names()).containsExactly(Path.of("set"));
    }

    @Test
    void joinsBehindTheEpisodesThatAreThere() throws Exception {
        record(0, 1);
        join();
        byte[] before = Files.readAllBytes(root.resolve("meta/info.json"));
        record(2);
        record(3);
        assertThat(root.resolve("meta/info.json")).hasBinaryContent(before);
        join();
        assertThat(takes()).containsExactly(0, 1, 2, 3);
        assertThat(names()).containsExactly(Path.of("set"));
    }

    @Test
    void waitsForAnUnfinishedEpisode() throws Exception {
        try (DatasetStore store = store()) {
            store.save(Takes.record(layer, store, 0, 4), Map.of());
            Takes.record(layer, store, 1, 3).close();
        }
        assertThat(side.join(video, Progress.NONE)).isEmpty();
        assertThat(root).doesNotExist();
        try (DatasetStore store = store()) {
            store.tails().get(0).keep();
        }
        join();
        assertThat(takes()).containsExactly(0, 1);
    }

    @Test
    void joinsOnceThoughItIsKilledBeforeItIsForgotten() throws Exception {
        record(0);
        join();
        record(1);
        Path kept = folder.resolve("kept");
        copy(side.folder(), kept);
        join();
        Files.createDirectories(kept.resolve(".tendon"));
        Files.writeString(
                kept.resolve(".tendon/join.json"),
                "{\"before\":\"1 episodes, 4 frames\",\"after\":\"2 episodes, 8 frames\"}");
        Files.move(kept, side.folder());

        side.recover();

        assertThat(side.folder()).doesNotExist();
        assertThat(takes()).containsExactly(0, 1);
    }

    @Test
    void joinsAnewWhereItWasKilledBeforeTheStep() throws Exception {
        record(0);
        join();
        record(1);
        Files.createDirectories(side.folder().resolve(".tendon"));
        Files.writeString(
                side.folder().resolve(".tendon/join.json"),
                "{\"before\":\"1 episodes, 4 frames\",\"after\":\"2 episodes, 8 frames\"}");

        side.recover();
        record(2);
        join();

        assertThat(takes()).containsExactly(0, 1, 2);
    }

    @Test
    void doesNotGuessWhereTheDatasetIsNeither() throws Exception {
        record(0);
        join();
        record(1);
        Files.createDirectories(side.folder().resolve(".tendon"));
        Files.writeString(
                side.folder().resolve(".tendon/join.json"),
                "{\"before\":\"7 episodes, 4 frames\",\"after\":\"8 episodes, 8 frames\"}");

        assertThatThrownBy(() -> side.recover())
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("join.json");
        assertThat(side.exists()).isTrue();
        assertThat(takes()).containsExactly(0);
    }
}
