/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.time.SystemClock;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.runtime.Tick;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An episode of two cameras, one of which has a slow encoder. */
class TakeTest {
    private static final Features OBSERVED =
            Features.of(Feature.scalar("a.pos", ""), Feature.image("quick", 1, 1, 3), Feature.image("slow", 1, 1, 3));
    private static final Features ACTION = Features.of(Feature.scalar("a.pos", ""));

    @TempDir
    Path folder;

    private final AtomicInteger quick = new AtomicInteger();
    private final AtomicInteger slow = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ImagePool pool = new ImagePool(1, 1, 3, 2);
    private final FakeSession session = new FakeSession(OBSERVED, ACTION, 10);

    private CameraLane lane(String key, int limit, CameraLane.Opening opening) {
        return new CameraLane(key, new FramePool(3, 10), limit, opening, e -> {}, "test-" + key);
    }

    /** Counts pictures. */
    private record Counting(AtomicInteger count) implements PictureSink {
        @Override
        public void write(ByteBuffer rgb) {
            count.incrementAndGet();
        }

        @Override
        public long durable() {
            return -1;
        }

        @Override
        public void finish() {
            // nothing is kept
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private Tick tick() {
        Image picture = pool.take();
        session.tick(picture, picture);
        return session.next();
    }

    @Test
    void leavesAFrameOutWholeWhereOneCameraHasNoRoom() throws Exception {
        DatasetSpec spec = DatasetSpec.builder(FormatVersion.V3_0, 10)
                .feature(FeatureSpec.of("action", "float32", List.of(1), List.of("a.pos")))
                .feature(FeatureSpec.of("observation.state", "float32", List.of(1), List.of("a.pos")))
                .withoutVideos()
                .build();
        try (DatasetStore store = DatasetStore.create(new LocalFiles(), new NoVideo(), folder.resolve("set"), spec)) {
            List<CameraLane> cameras = List.of(lane("quick", 10, () -> new Counting(quick)), lane("slow", 2, () -> {
                released.await();
                return new Counting(slow);
            }));
            JournalLane journal = new JournalLane(
                    () -> store.begin("task", Map.of()),
                    new RowMap(1, 1, false),
                    List.of(),
                    10,
                    new DiskWatch(folder),
                    new SystemClock(),
                    e -> {},
                    "test-journal");
            EpisodeFigures figures = new EpisodeFigures(1e8);
            Take take = new Take(0, journal, cameras, new int[] {0, 1}, Map.of(), figures, new AtomicReference<>());
            for (int i = 0; i < 5; i++) {
                take.add(tick());
            }
            released.countDown();
            take.end(0);
            take.await(new SystemClock());
            assertThat(figures.frames()).isEqualTo(2);
            assertThat(figures.dropped()).isEqualTo(3);
            assertThat(quick).hasValue(2);
            assertThat(slow).hasValue(2);
            assertThat(take.journal().journal().frames()).isEqualTo(2);
            store.discard(take.journal().journal());
        }
    }
}
