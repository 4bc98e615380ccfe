/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.time.SystemClock;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.EpisodeJournal;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.recorder.RecordingListener;
import dev.tendon.recorder.RecordingPlan;
import dev.tendon.recorder.RecordingReport;
import dev.tendon.recorder.RecordingRequest;
import dev.tendon.recorder.internal.Phases.End;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ticks of a session that never was become a dataset; pictures are kept as PNG, so that no codec is needed. */
class RecorderTest {
    private static final Features OBSERVED =
            Features.of(Feature.scalar("a.pos", ""), Feature.scalar("b.pos", ""), Feature.image("eye", 4, 6, 3));
    private static final Features ACTION = Features.of(Feature.scalar("a.pos", ""), Feature.scalar("b.pos", ""));
    private static final int FPS = 20;

    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FakeSession session = new FakeSession(OBSERVED, ACTION, FPS);
    private final ImagePool pool = new ImagePool(6, 4, 3, 8);
    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE / 2);
    private UnaryOperator<Episodes> wrap = UnaryOperator.identity();
    private int queue = 500;
    private Path root;
    private DatasetStore store;
    private DiskWatch disk;
    private Recorder recorder;

    @BeforeEach
    void place() {
        root = folder.resolve("set");
    }

    @AfterEach
    void end() throws Exception {
        store.close();
    }

    private void begin(int episodes, double episodeS, double resetS, boolean sent, boolean keepPartial)
            throws Exception {
        RecordingPlan plan = new RecordingPlan(
                episodes,
                Duration.ofMillis(Math.round(1000 * episodeS)),
                Duration.ofMillis(Math.round(1000 * resetS)),
                FPS,
                Duration.ZERO,
                "task",
                sent,
                keepPartial,
                false,
                false);
        RecordingRequest request = new RecordingRequest(
                root,
                "arm",
                false,
                frames -> false,
                plan,
                new RecordingRequest.Pictures(false, VideoEncoding.DEFAULT, OptionalInt.empty(), queue));
        DatasetShape shape = DatasetShape.of(request, OBSERVED, ACTION);
        store = DatasetStore.create(new LocalFiles(), new NoVideo(), root, shape.spec());
        disk = new DiskWatch(free::get);
        StoreEpisodes episodesOf = new StoreEpisodes(
                store, new NoVideo(), request, shape, new RowMap(2, 2, sent), disk, new SystemClock());
        recorder = new Recorder(
                session,
                plan,
                wrap.apply(episodesOf),
                disk,
                episodesOf.slots(),
                new RecordingListener() {
                    @Override
                    public void phase(String sentence) {
                        told.add(sentence);
                    }

                    @Override
                    public void line(String line) {
                        told.add(line);
                    }
                },
                new SystemClock());
        recorder.start();
    }

    /** So many ticks, each with a picture of its number. */
    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            Image picture = picture();
            picture.stamp(session.nowNs(), session.ticks());
            session.tick(picture);
        }
    }

    private Image picture() {
        Image picture = pool.take();
        while (picture == null) {
            Thread.onSpinWait();
            picture = pool.take();
        }
        return picture;
    }

    private RecordingReport finish(End how) throws Exception {
        session.end();
        RecordingReport report = recorder.finish(how);
        assertThat(report.failure()).as("%s", told).isEmpty();
        store.close();
        return report;
    }

    @Test
    void onSimulatedTimeWaitsForItsEncodersAndTellsOfEpisodes() throws Exception {
        session.simulated = true;
        queue = 1; // no frame would find room if it did not wait
        begin(2, 1, 0.5, false, true);
        ticks(60);
        RecordingReport report = finish(End.INTERRUPTED);
        assertThat(session.lockstep).isTrue();
        assertThat(report.frames()).isEqualTo(40);
        assertThat(report.droppedFrames()).isZero();
        assertThat(session.episodes).containsExactly(true, false, true, false);
    }

    @Test
    void writesEveryTickOfTheEpisodesAndNoneOfTheResets() throws Exception {
        begin(2, 1, 0.5, false, true);
        ticks(60);
        RecordingReport report = finish(End.INTERRUPTED);
        assertThat(session.stopped()).isTrue();
        assertThat(report.saved()).hasSize(2);
        assertThat(report.frames()).isEqualTo(40);
        assertThat(report.droppedFrames()).isZero();
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.info().totalEpisodes()).isEqualTo(2);
            assertThat(dataset.info().features().keySet())
                    .containsSubsequence("action", "observation.state", "observation.images.eye");
            EpisodeFrames second = dataset.frames(1, Set.of("action", "observation.state", "timestamp"));
            assertThat(second.length()).isEqualTo(20);
            for (int i = 0; i < 20; i++) {
                assertThat(second.value("observation.state", i, 0)).isEqualTo(30 + i);
                assertThat(second.value("action", i, 0)).as("what was wanted").isEqualTo(1000 + 30 + i);
                assertThat(second.value("timestamp", i, 0)).isCloseTo(i / (double) FPS, within(1e-6));
            }
        }
        assertThat(told).contains("Recording episode 1 of 2", "Reset the environment", "Recording episode 2 of 2");
        assertThat(pool.available()).isEqualTo(8);
    }

    @Test
    void keepsTheActionThatWasSentIfAsked() throws Exception {
        begin(1, 0.5, 0, true, true);
        ticks(12);
        finish(End.INTERRUPTED);
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.frames(0, Set.of("action")).value("action", 3, 1))
                    .isEqualTo(2000 + 3);
        }
    }

    @Test
    void endsTheEpisodeWhereACameraHasNoPictureAndGoesOnWhenItHasOneAgain() throws Exception {
        begin(2, 1, 0.2, false, true);
        ticks(10);
        session.tick(null);
        session.tick(null);
        ticks(30);
        RecordingReport report = finish(End.INTERRUPTED);
        assertThat(report.saved()).extracting(saved -> saved.frames()).containsExactly(10, 20);
        assertThat(String.join("\n", told)).contains("eye", "cut short, and kept");
    }

    @Test
    void dropsTheEpisodeThatALostDeviceCutShortIfAsked() throws Exception {
        begin(1, 1, 0.2, false, false);
        ticks(10);
        recorder.lost(true);
        session.tick(null);
        session.awaitRead();
        recorder.lost(false);
        ticks(3 * FPS + 30);
        RecordingReport report = finish(End.INTERRUPTED);
        assertThat(report.saved()).extracting(saved -> saved.frames()).containsExactly(20);
        assertThat(report.discarded()).isOne();
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.frames(0, Set.of("observation.state")).value("observation.state", 0, 0))
                    .as("not while the robot is led back to what is wanted")
                    .isGreaterThanOrEqualTo(10 + 3 * FPS);
        }
    }

    @Test
    void leavesAnInterruptedEpisodeInTheJournalForTheNextOpen() throws Exception {
        begin(1, 1, 0, false, true);
        ticks(15);
        RecordingReport report = finish(End.INTERRUPTED);
        assertThat(report.saved()).isEmpty();
        assertThat(report.left()).contains(15);
        store = DatasetStore.open(new LocalFiles(), new NoVideo(), root);
        assertThat(store.tails()).hasSize(1);
        assertThat(store.tails().get(0).frames()).isEqualTo(15);
    }

    @Test
    void countsTicksThatTheTapHadNoRoomFor() throws Exception {
        begin(1, 1, 0, false, true);
        ticks(5);
        session.skip(3);
        ticks(20);
        RecordingReport report = finish(End.INTERRUPTED);
        assertThat(report.droppedFrames()).isEqualTo(3);
        assertThat(report.saved().get(0).dropped()).isEqualTo(3);
        assertThat(report.frames()).isEqualTo(17);
    }

    @Test
    void waitsForTheFirstActionAndLeavesOutTicksWithoutAnObservation() throws Exception {
        begin(1, 1, 0, false, true);
        session.idle(pool, 4);
        ticks(5);
        session.unobserved();
        ticks(20);
        RecordingReport report = finish(End.INTERRUPTED);
        assertThat(report.frames()).isEqualTo(19);
        try (Dataset dataset = Dataset.open(root)) {
            assertThat(dataset.frames(0, Set.of("observation.state")).value("observation.state", 0, 0))
                    .isEqualTo(4);
        }
    }

    @Test
    void endsTheEpisodeWhereACameraRepeatsAnOldPicture() throws Exception {
        begin(2, 1, 0.2, false, true);
        ticks(10);
        for (int i = 0; i < 2; i++) {
            Image picture = picture();
            picture.stamp(session.nowNs() - 600_000_000, session.ticks());
            session.tick(picture);
        }
        ticks(30);
        RecordingReport report = finish(End.INTERRUPTED);
        assertThat(report.saved()).extracting(saved -> saved.frames()).containsExactly(10, 20);
    }

    @Test
    void endsTheEpisodeWhereTheRobotCannotBeObservedForHalfASecond() throws Exception {
        begin(2, 1, 0.2, false, true);
        ticks(10);
        for (int i = 0; i < FPS / 2 + 2; i++) {
            session.unobserved();
        }
        ticks(30);
        RecordingReport report = finish(End.INTERRUPTED);
        assertThat(report.saved()).extracting(saved -> saved.frames()).containsExactly(10, 20);
        assertThat(String.join("\n", told)).contains("cannot be observed");
    }

    @Test
    void endsWithWhatThereIsWhenTheDiskIsNearlyFull() throws Exception {
        begin(1, 3600, 0, false, true);
        ticks(5);
        session.awaitRead();
        free.set(DiskWatch.RESERVE_BYTES - 1);
        assertThat(disk.roomAgain()).isFalse();
        ticks(5);
        session.awaitRead();
        while (!session.stopped()) {
            Thread.onSpinWait();
        }
        session.end();
        RecordingReport report = recorder.finish(End.INTERRUPTED);
        assertThat(report.failure().orElseThrow()).hasMessageContaining("nearly full");
        assertThat(report.saved()).hasSize(1);
        assertThat(report.frames()).isEqualTo(5);
    }

    @Test
    void tellsABugInASaveWithoutLosingTheNextEpisode() throws Exception {
        wrap = real -> new Episodes() {
            private int saves;

            @Override
            public Take begin(int number) {
                return real.begin(number);
            }

            @Override
            public int save(Take take, EpisodeJournal journal) throws IOException {
                if (saves++ == 0) {
                    throw new IllegalStateException("a bug");
                }
                return real.save(take, journal);
            }

            @Override
            public void discard(EpisodeJournal journal) throws IOException {
                real.discard(journal);
            }
        };
        begin(2, 0.5, 0.1, false, true);
        ticks(40);
        session.end();
        assertThatThrownBy(() -> recorder.finish(End.INTERRUPTED))
                .hasMessageContaining("recorder failed")
                .cause()
                .hasMessage("a bug");
        assertThat(store.episodes()).isOne();
    }
}
