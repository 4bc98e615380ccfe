/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetStoreTest {
    private final FileLayer layer = FaultyFiles.sound();
    private final FakeVideo video = new FakeVideo(file -> {});

    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void folder() {
        root = temporary.resolve("set");
    }

    private DatasetStore create() throws IOException {
        return DatasetStore.create(layer, video, root, Takes.SPEC);
    }

    private DatasetStore resume() throws IOException {
        return DatasetStore.resume(layer, video, root, Takes.SPEC);
    }

    @Test
    void isWholeAfterEachSave() throws IOException {
        try (DatasetStore store = create()) {
            for (int take = 0; take < 3; take++) {
                SavedEpisode saved = store.save(Takes.record(layer, store, take, 4 + take), Map.of());
                assertThat(saved.index()).isEqualTo(take);
                assertThat(saved.frames()).isEqualTo(4 + take);
                assertThat(LeRobotRules.check(root)).hasSize(take + 1);
                try (Dataset dataset = Dataset.open(root)) {
                    assertThat(dataset.frames(take, java.util.Set.of("action")).value("action", 3, 1))
                            .isEqualTo(Takes.value(take, 3));
                    assertThat(dataset.frames(take, java.util.Set.of()).task(0)).isEqualTo("Do it " + take % 2);
                }
            }
            assertThat(store.episodes()).isEqualTo(3);
            assertThat(store.frames()).isEqualTo(15);
        }
        assertThat(root.resolve(".tendon")).doesNotExist();
        assertThat(Files.readString(root.resolve("meta/info.json")))
                .contains("\"video.codec\": \"fake\"", "\"video.g\": 2");
    }

    @Test
    void canBeOpenedBeforeItsFirstEpisode() throws IOException {
        create().close();
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.episodes()).isEmpty();
        }
    }

    @Test
    void takesAFilmThatIsFinishedAsItIs() throws IOException {
        List<String> copied = new ArrayList<>();
        Video copying = new FakeVideo(file -> copied.add(file.getFileName().toString()));
        try (DatasetStore store = DatasetStore.create(layer, copying, root, Takes.SPEC)) {
            EpisodeJournal journal = Takes.record(layer, store, 0, 4);
            byte[] film = Files.readAllBytes(journal.film(Takes.WRIST));
            store.save(journal, Map.of());
            assertThat(copied).containsExactly("video-0.mp4"); // the one without a film
            assertThat(root.resolve("videos/" + Takes.WRIST + "/chunk-000/file-000.mp4"))
                    .hasBinaryContent(film);
            EpisodeJournal unfinished = Takes.record(layer, store, 1, 4);
            Files.delete(unfinished.film(Takes.WRIST));
            store.save(unfinished, Map.of());
            assertThat(copied).containsExactly("video-0.mp4", "video-0.mp4", "video-1.mp4");
        }
        assertThat(LeRobotRules.check(root)).hasSize(2);
    }

    @Test
    void trustsNoFilmWhoseRecorderDied() throws IOException {
        try (DatasetStore store = create()) {
            EpisodeJournal torn = Takes.record(layer, store, 0, 4);
            byte[] film = Files.readAllBytes(torn.film(Takes.WRIST));
            film[9] ^= 1; // of the right length, and with other bytes
            Files.write(torn.film(Takes.WRIST), film);
            torn.close();
        }
        try (DatasetStore store = resume()) {
            assertThat(store.tails().get(0).keep().frames()).isEqualTo(4);
        }
        assertThat(LeRobotRules.check(root)).hasSize(1);
    }

    @Test
    void savesOneEpisodeWhileTheNextIsRecorded() throws IOException {
        try (DatasetStore store = create()) {
            EpisodeJournal first = Takes.record(layer, store, 0, 4);
            EpisodeJournal second = Takes.record(layer, store, 1, 5);
            EpisodeJournal third = Takes.record(layer, store, 2, 6);
            assertThat(List.of(first.episode(), second.episode(), third.episode()))
                    .containsExactly(0, 1, 2);
            store.save(first, Map.of());
            store.discard(second);
            assertThat(store.save(third, Map.of()).index()).isEqualTo(1);
            assertThat(LeRobotRules.check(root)).hasSize(2);
        }
    }

    @Test
    void beginsAnEpisodeInTheMiddleOfASaveWithoutWaitingForIt() throws Exception {
        ExecutorService another = Executors.newSingleThreadExecutor();
        AtomicReference<EpisodeJournal> begun = new AtomicReference<>();
        DatasetStore[] opened = new DatasetStore[1];
        Video slow = new FakeVideo(file -> {
            if (begun.get() == null) {
                Future<EpisodeJournal> next = another.submit(() -> Takes.record(layer, opened[0], 1, 5));
                try {
                    begun.set(next.get(10, TimeUnit.SECONDS));
                } catch (Exception e) {
                    throw new AssertionError("the next episode waits for the save", e);
                }
            }
        });
        try (DatasetStore store = DatasetStore.create(layer, slow, root, Takes.SPEC)) {
            opened[0] = store;
            store.save(Takes.record(layer, store, 0, 4), Map.of());
            assertThat(store.save(begun.get(), Map.of()).index()).isEqualTo(1);
            assertThat(LeRobotRules.check(root)).hasSize(2);
        } finally {
            another.shutdownNow();
        }
    }

    @Test
    void offersAnEpisodeWhoseRecorderDied() throws IOException {
        try (DatasetStore store = create()) {
            store.save(Takes.record(layer, store, 0, 4), Map.of());
            Takes.record(layer, store, 1, 7).close();
            Takes.record(layer, store, 2, 5).close();
        }
        try (DatasetStore store = resume()) {
            assertThat(store.tails()).extracting(JournaledTail::frames).containsExactly(7, 5);
            JournaledTail tail = store.tails().get(0);
            assertThat(tail.seconds()).isEqualTo(0.7);
            assertThat(tail.tasks()).containsExactly("Do it 1");
            store.tails().get(1).drop();
            assertThat(tail.keep().index()).isEqualTo(1);
            assertThat(store.tails()).isEmpty();
            store.save(Takes.record(layer, store, 3, 4), Map.of());
        }
        assertThat(LeRobotRules.check(root))
                .extracting(values -> Takes.take(values.get(0)))
                .containsExactly(0, 1, 3);
        assertThat(root.resolve(".tendon")).doesNotExist();
    }

    @Test
    void keepsOfATornEpisodeWhatAllItsStreamsHave() throws IOException {
        Path journal;
        try (DatasetStore store = create()) {
            EpisodeJournal torn = Takes.record(layer, store, 1, 9);
            journal = torn.folder();
            byte[] frames = Files.readAllBytes(torn.video(Takes.WRIST));
            Files.write(torn.video(Takes.WRIST), java.util.Arrays.copyOf(frames, 8 * 6 + 5));
            torn.close();
        }
        try (DatasetStore store = resume()) {
            JournaledTail tail = store.tails().get(0);
            assertThat(tail.frames()).isEqualTo(6);
            assertThat(tail.cut()).isEqualTo(3);
            tail.keep();
        }
        assertThat(LeRobotRules.check(root).get(0)).hasSize(6);
        assertThat(journal).doesNotExist();
    }

    @Test
    void refusesASecondWriter() throws IOException {
        try (DatasetStore store = create()) {
            assertThat(store.episodes()).isZero();
            assertThatThrownBy(this::resume).isInstanceOf(ConfigException.class).hasMessageContaining("process");
        }
    }

    @Test
    void showsAllDifferencesToWhatIsThere() throws IOException {
        create().close();
        DatasetSpec other = DatasetSpec.builder(Takes.SPEC.version(), 30)
                .robotType("koch_follower")
                .feature(FeatureSpec.of("action", "float32", List.of(3), List.of("a.pos", "b.pos", "c.pos")))
                .feature(FeatureSpec.of("observation.state", "float32", List.of(2), List.of("a.pos", "b.pos")))
                .feature(FeatureSpec.pictures("observation.images.front", true, 2, 4))
                .build();
        assertThatThrownBy(() -> DatasetStore.resume(layer, video, root, other))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("koch_follower")
                .hasMessageContaining("fps: the dataset has 10, the recording 30")
                .hasMessageContaining("action: shape is [2] in the dataset, and [3]")
                .hasMessageContaining("observation.images.front: in the recording")
                .hasMessageContaining(Takes.TOP + ": in the dataset")
                .hasMessageNotContaining("observation.state");
        resume().close(); // the lock was given back
    }

    @Test
    void takesEachNameOfTheSameRobot() throws IOException {
        create().close();
        DatasetSpec other = Takes.SPEC.toBuilder().robotType("so_follower").build();
        DatasetStore.resume(layer, video, root, other).close();
    }

    @Test
    void refusesAFolderWithSomethingInIt() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("precious"), "x");
        assertThatThrownBy(this::create).isInstanceOf(ConfigException.class).hasMessageContaining("--resume=true");
        assertThat(Trees.children(root)).hasSize(1);
    }

    @Test
    void putsDataThatNoEpisodeSpeaksOfAside() throws IOException {
        try (DatasetStore store = create()) {
            store.save(Takes.record(layer, store, 0, 4), Map.of());
        }
        Files.copy(root.resolve("data/chunk-000/file-000.parquet"), root.resolve("data/chunk-000/file-001.parquet"));
        try (DatasetStore store = resume()) {
            store.save(Takes.record(layer, store, 1, 4), Map.of());
        }
        assertThat(LeRobotRules.check(root)).hasSize(2);
        assertThat(root.resolve(".tendon/orphans/data--chunk-000--file-001.parquet"))
                .exists();
    }

    @Test
    void noticesWhenAnotherProgramChangesTheDataset() throws IOException {
        try (DatasetStore store = create()) {
            store.save(Takes.record(layer, store, 0, 4), Map.of());
            Files.copy(
                    root.resolve("data/chunk-000/file-000.parquet"), root.resolve("data/chunk-000/file-001.parquet"));
            EpisodeJournal journal = Takes.record(layer, store, 1, 4);
            assertThatThrownBy(() -> store.save(journal, Map.of()))
                    .isInstanceOf(dev.tendon.dataset.FormatException.class)
                    .hasMessageContaining("another program");
        }
    }

    @Test
    void costsTheSameFilesWhateverItsSize() throws IOException {
        FaultyFiles counting = FaultyFiles.sound();
        int last = -1;
        try (DatasetStore store = DatasetStore.create(counting, video, root, Takes.SPEC)) {
            for (int take = 0; take < 12; take++) {
                int before = counting.operations().size();
                store.save(Takes.record(counting, store, take % 2, 4), Map.of());
                int cost = counting.operations().size() - before;
                if (take > 2) {
                    assertThat(cost).isEqualTo(last);
                }
                last = cost;
            }
        }
    }

    @Test
    void packsItsFilesAndGoesOnRecording() throws IOException {
        try (DatasetStore store = create()) {
            for (int take = 0; take < 12; take++) {
                store.save(Takes.record(layer, store, take, 3 + take), Map.of());
            }
            List<List<Integer>> before = LeRobotRules.check(root);
            assertThat(store.pack()).isTrue();
            assertThat(LeRobotRules.check(root)).isEqualTo(before);
            assertThat(files("data")).containsExactly("chunk-000/file-000.parquet");
            assertThat(files("meta/episodes")).containsExactly("chunk-000/file-000.parquet");
            assertThat(files("videos/" + Takes.TOP)).containsExactly("chunk-000/file-000.mp4");
            assertThat(store.pack()).isFalse();
            assertThatThrownBy(this::resume).isInstanceOf(ConfigException.class); // still locked
            store.save(Takes.record(layer, store, 12, 4), Map.of());
            assertThat(files("data")).hasSize(2);
        }
        assertThat(LeRobotRules.check(root)).hasSize(13);
        assertThat(Trees.children(temporary)).containsExactly(root);
        assertThat(root.resolve(".tendon")).doesNotExist();
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.frames(12, java.util.Set.of("action")).value("action", 3, 1))
                    .isEqualTo(Takes.value(12, 3));
        }
    }

    @Test
    void joinsNoMoreThanInfoAllows() throws IOException {
        DatasetSpec.Settings settings = Takes.SPEC.settings();
        DatasetSpec small = Takes.SPEC.toBuilder()
                .settings(new DatasetSpec.Settings(
                        2,
                        settings.dataFilesSizeMb(),
                        settings.videoFilesSizeMb(),
                        settings.dataPath(),
                        settings.videoPath()))
                .build();
        try (DatasetStore store = DatasetStore.create(layer, video, root, small)) {
            for (int take = 0; take < 5; take++) {
                store.save(Takes.record(layer, store, take, 3), Map.of());
            }
            assertThat(files("data")).contains("chunk-002/file-000.parquet");
        }
        assertThat(LeRobotRules.check(root)).hasSize(5);
    }

    @Test
    void doesNotPackWhileAnEpisodeIsJournaled() throws IOException {
        try (DatasetStore store = create()) {
            store.save(Takes.record(layer, store, 0, 3), Map.of());
            store.save(Takes.record(layer, store, 1, 3), Map.of());
            EpisodeJournal journal = Takes.record(layer, store, 2, 3);
            assertThatThrownBy(store::pack).isInstanceOf(IllegalStateException.class);
            store.save(journal, Map.of());
            assertThat(store.pack()).isTrue();
        }
        assertThat(LeRobotRules.check(root)).hasSize(3);
    }

    private List<String> files(String folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.resolve(folder).relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
