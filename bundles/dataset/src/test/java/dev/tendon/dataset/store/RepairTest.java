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
import dev.tendon.dataset.store.RepairReport.Dropped;
import dev.tendon.dataset.tool.Progress;
import dev.tendon.dataset.tool.Severity;
import dev.tendon.dataset.tool.Validator;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairTest {
    private final FileLayer layer = FaultyFiles.sound();
    private final FakeVideo video = new FakeVideo(file -> {});

    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void folder() {
        root = temporary.resolve("set");
    }

    /** Episodes 0, 1, 2 … of 3, 4, 5 … frames, each in files of its own, or packed. */
    private void record(int episodes, boolean packed) throws IOException {
        try (DatasetStore store = Files.exists(root)
                ? DatasetStore.resume(layer, video, root, Takes.SPEC)
                : DatasetStore.create(layer, video, root, Takes.SPEC)) {
            for (int take = store.episodes(); take < episodes; take++) {
                store.save(Takes.record(layer, store, take, 3 + take), Map.of());
            }
            if (packed) {
                store.pack();
            }
        }
    }

    private Path data(int file) {
        return root.resolve("data/chunk-000/file-00" + file + ".parquet");
    }

    private static void cut(Path file, double part) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * part)));
    }

    /** Repairs it; what comes out must need no repair, and hold for LeRobot. Returns which takes are left. */
    private List<Integer> repair(int dropped) throws Exception {
        RepairReport before = Repair.inspect(video, root);
        RepairReport report = Repair.inPlace(layer, video, root);
        assertThat(report).isEqualTo(before);
        assertThat(report.dropped()).hasSize(dropped);
        assertThat(report.needed()).isTrue();
        assertThat(Repair.inPlace(layer, video, root).needed()).isFalse();
        List<List<Integer>> values = LeRobotRules.check(root);
        assertThat(values).hasSize(report.episodes());
        assertThat(Validator.of(root).quick().run(Progress.NONE).findings()).isEmpty();
        record(values.size() + 1, false);
        assertThat(LeRobotRules.check(root)).hasSize(values.size() + 1);
        return values.stream().map(episode -> Takes.take(episode.get(0))).toList();
    }

    @Test
    void leavesAWholeDatasetAlone() throws IOException {
        record(2, false);
        FaultyFiles counting = FaultyFiles.sound();
        RepairReport report = Repair.inPlace(counting, video, root);
        assertThat(report.needed()).isFalse();
        assertThat(report.episodes()).isEqualTo(2);
        assertThat(report.frames()).isEqualTo(7);
        assertThat(temporary.resolve("set_old")).doesNotExist();
    }

    @Test
    void dropsAnEpisodeWhoseRowsAreTorn() throws Exception {
        record(3, false);
        cut(data(1), 0.05);
        RepairReport report = Repair.inspect(video, root);
        assertThat(report.dropped()).extracting(Dropped::index).containsExactly(1);
        assertThat(report.dropped().get(0).why()).contains("file-001.parquet");
        assertThat(report.mended()).anySatisfy(mended -> assertThat(mended).contains("episode 2 becomes episode 1"));
        assertThat(repair(1)).containsExactly(0, 2);
        assertThat(temporary.resolve("set_old")).isDirectory();
    }

    @Test
    void findsTheRowsOfFilesThatWereNeverFinished() throws Exception {
        record(2, true);
        record(4, false);
        cut(data(1), 0.5); // as LeRobot leaves them: no footers, nothing in meta/episodes, and counts that know all
        cut(data(2), 0.5);
        Files.delete(root.resolve("meta/episodes/chunk-000/file-001.parquet"));
        Files.delete(root.resolve("meta/episodes/chunk-000/file-002.parquet"));
        assertThat(repair(0)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void losesOnlyTheEpisodesBehindTheTearWhereverItIs() throws Exception {
        record(3, true);
        byte[] whole = Files.readAllBytes(data(0));
        Path meta = root.resolve("meta/episodes/chunk-000/file-000.parquet");
        int before = 0;
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(data(0), Arrays.copyOf(whole, length));
            int found = Repair.inspect(video, root).episodes();
            assertThat(found).isGreaterThanOrEqualTo(before);
            before = found;
        }
        assertThat(before).isEqualTo(3);
        assertThat(meta).exists();
    }

    @Test
    void leavesOutARowGroupWhosePagesAreThereButBroken() throws Exception {
        record(3, true);
        byte[] whole = Files.readAllBytes(data(0));
        int footer = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(whole.length - 8);
        int end = whole.length - 8 - footer;
        Arrays.fill(whole, end - 12, end, (byte) 0xA5); // in the last page of the last group
        Files.write(data(0), Arrays.copyOf(whole, end));
        assertThat(repair(1)).containsExactly(0, 1);
    }

    @Test
    void bringsBackWhatAKilledLeRobotHadSaved() throws Exception {
        golden("v3.0-video-killed"); // two episodes finished, resumed, two more saved, killed
        Video real = Video.of(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));
        RepairReport report = Repair.inPlace(layer, real, root);
        assertThat(report.dropped()).isEmpty();
        assertThat(report.episodes()).isEqualTo(4);
        holdsGoldenContent(4);
    }

    @Test
    void bringsBackTheFirstSessionOfAKilledLeRobot() throws Exception {
        golden("v3.0-image-killed"); // three episodes saved, never finished: no footers, no episodes files
        RepairReport report = Repair.inPlace(layer, video, root);
        assertThat(report.dropped()).isEmpty();
        assertThat(report.episodes()).isEqualTo(3);
        holdsGoldenContent(3);
    }

    private void holdsGoldenContent(int episodes) throws Exception {
        assertThat(Repair.inspect(video, root).mended()).noneMatch(mended -> mended.contains("episode "));
        assertThat(Validator.of(root).run(Progress.NONE).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.episodes()).hasSize(episodes);
            for (int e = 0; e < episodes; e++) {
                EpisodeFrames frames = dataset.frames(e, Set.of("action"));
                assertThat(frames.length()).isEqualTo(10);
                assertThat(frames.value("action", 7, 5)).isEqualTo(16 * e + 7 + 5 / 8.0 + 0.5);
                assertThat(frames.task(9)).isEqualTo(e % 2 == 0 ? "pick the cube" : "place the cube");
            }
        }
    }

    @Test
    void makesMetaFromRowsAndVideosWhereItIsGone() throws Exception {
        record(4, true);
        Trees.delete(layer, root.resolve("meta/episodes"));
        Files.delete(root.resolve("meta/stats.json"));
        assertThat(repair(0)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void closesTheGapOfAMissingFile() throws Exception {
        record(3, false);
        Files.delete(data(0));
        assertThat(repair(1)).containsExactly(1, 2);
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.frames(0, Set.of("action")).value("action", 3, 0))
                    .isEqualTo(Takes.value(1, 3));
        }
    }

    @Test
    void dropsAnEpisodeWhoseVideoIsMissingOrEndsEarly() throws Exception {
        record(4, false);
        Files.delete(root.resolve("videos/" + Takes.TOP + "/chunk-000/file-001.mp4"));
        cut(root.resolve("videos/" + Takes.WRIST + "/chunk-000/file-003.mp4"), 0.9);
        assertThat(Repair.inspect(video, root).dropped())
                .extracting(Dropped::why)
                .satisfiesExactly(why -> assertThat(why).contains("file-001.mp4 is missing"), why -> assertThat(why)
                        .contains("file-003.mp4 ends after 5 frames, and 6 are needed"));
        assertThat(repair(2)).containsExactly(0, 2);
    }

    @Test
    void keepsWhatIsPackedBeforeTheEndOfATornVideo() throws Exception {
        record(3, true);
        cut(root.resolve("videos/" + Takes.TOP + "/chunk-000/file-000.mp4"), 0.7);
        assertThat(repair(1)).containsExactly(0, 1);
    }

    @Test
    void leavesOutRowsThatNoEpisodeOwns() throws Exception {
        record(2, false);
        Files.copy(data(1), data(2));
        assertThat(repair(0)).containsExactly(0, 1);
    }

    @Test
    void takesInAnEpisodeThatIsCompleteButNotCounted() throws Exception {
        record(2, false);
        Path info = root.resolve("meta/info.json");
        String counted = Files.readString(info);
        record(3, false);
        Files.writeString(info, counted); // killed before the counts
        assertThat(repair(0)).containsExactly(0, 1, 2);
    }

    @Test
    void offersTheJournaledEpisodeAfterwards() throws Exception {
        record(2, false);
        try (DatasetStore store = DatasetStore.open(layer, video, root)) {
            Takes.record(layer, store, 7, 5).close();
        }
        Files.delete(data(0));
        Repair.inPlace(layer, video, root);
        try (DatasetStore store = DatasetStore.open(layer, video, root)) {
            assertThat(store.tails()).hasSize(1);
            store.tails().get(0).keep();
        }
        assertThat(LeRobotRules.check(root).get(1)).hasSize(5);
    }

    @Test
    void writesElsewhereAndLeavesTheOriginal() throws Exception {
        record(3, false);
        cut(data(2), 0.05);
        Path output = temporary.resolve("whole");
        assertThat(Repair.into(layer, video, root, output).episodes()).isEqualTo(2);
        assertThat(LeRobotRules.check(output)).hasSize(2);
        assertThat(Repair.inspect(video, root).dropped()).hasSize(1);
        assertThatThrownBy(() -> Repair.into(layer, video, root, output))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--output");
    }

    @Test
    void takesInTheOrphanOfAV21SetAndDropsATornOne() throws Exception {
        golden("v2.1-image");
        Path lines = root.resolve("meta/episodes.jsonl");
        Files.write(lines, Files.readAllLines(lines).subList(0, 1));
        Files.write(root.resolve("data/chunk-000/episode_000002.parquet"), new byte[] {'P', 'A', 'R', '1', 0, 0, 0});
        RepairReport report = Repair.inPlace(layer, video, root);
        assertThat(report.episodes()).isEqualTo(2);
        assertThat(report.mended())
                .anySatisfy(mended -> assertThat(mended).contains("episode 1 is complete, but meta does not list it"))
                .anySatisfy(mended -> assertThat(mended).contains("episode_000002.parquet has no complete episode"));
        assertThat(root.resolve("data/chunk-000/episode_000002.parquet")).doesNotExist();
        assertThat(Repair.inPlace(layer, video, root).needed()).isFalse();
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.episodes()).hasSize(2);
            assertThat(dataset.frames(1, Set.of("action")).task(0)).isEqualTo("place the cube");
        }
    }

    @Test
    void renumbersAV21SetWithAGap() throws Exception {
        golden("v2.1-image");
        Files.delete(root.resolve("data/chunk-000/episode_000000.parquet"));
        RepairReport report = Repair.inPlace(layer, video, root);
        assertThat(report.dropped()).extracting(Dropped::index).containsExactly(0);
        assertThat(Repair.inPlace(layer, video, root).needed()).isFalse();
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.frames(0, Set.of("action", "index")).value("index", 9, 0))
                    .isEqualTo(9);
        }
    }

    @Test
    void findsNothingWrongWithWhatLeRobotWrote() throws Exception {
        for (String name : List.of("v3.0-image", "v3.0-converted-image", "v2.1-image")) {
            root = temporary.resolve(name);
            golden(name);
            assertThat(Repair.inspect(video, root).needed()).as(name).isFalse();
        }
    }

    private void golden(String name) throws IOException {
        Path from = Path.of("src/test/resources/golden", name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = root.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
