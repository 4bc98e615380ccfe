/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.api.frame.Image;
import dev.tendon.api.time.Clock;
import dev.tendon.dataset.write.ImageStatistics;
import dev.tendon.runtime.Tick;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An episode while it is recorded, and until it is saved. A frame is one row and one picture of each camera; where one of them has no
 * room the whole frame is left out and counted, so that they stay in step. Owner: the recorder's thread until {@link #end}, then the
 * saver's; {@link #failed} any.
 */
final class Take {
    private final int number;
    private final JournalLane journal;
    private final List<CameraLane> cameras;
    private final int[] slots;
    private final Map<String, ImageStatistics> statistics;
    private final EpisodeFigures figures;
    private final AtomicReference<@Nullable IOException> failure;
    private long endedNs;
    private double drainMs;

    /**
     * A take; starts its lanes.
     *
     * @param number in this recording, from 0; in messages
     * @param slots where a tick has the cameras' pictures, in their order
     * @param statistics of the pictures, by feature
     * @param failure where lanes leave what went wrong
     */
    Take(
            int number,
            JournalLane journal,
            List<CameraLane> cameras,
            int[] slots,
            Map<String, ImageStatistics> statistics,
            EpisodeFigures figures,
            AtomicReference<@Nullable IOException> failure) {
        this.number = number;
        this.journal = journal;
        this.cameras = cameras;
        this.slots = slots.clone();
        this.statistics = statistics;
        this.figures = figures;
        this.failure = failure;
        journal.start();
        cameras.forEach(CameraLane::start);
    }

    int number() {
        return number;
    }

    EpisodeFigures figures() {
        return figures;
    }

    /** Of the pictures, by feature; complete after {@link #await}. */
    Map<String, ImageStatistics> statistics() {
        return statistics;
    }

    JournalLane journal() {
        return journal;
    }

    /** What could not be written; null where all could. */
    @Nullable
    IOException failed() {
        return failure.get();
    }

    /** Pictures that wait for the slowest encoder. */
    int backlog() {
        return cameras.stream().mapToInt(CameraLane::backlog).max().orElse(0);
    }

    int worstBacklog() {
        return cameras.stream().mapToInt(CameraLane::worstBacklog).max().orElse(0);
    }

    /** Takes a frame, whose pictures are all there; or counts it as dropped. */
    void add(Tick tick) {
        if (!room()) {
            figures.dropped(1);
            return;
        }
        for (int i = 0; i < cameras.size(); i++) {
            Image image = tick.observation().image(slots[i]);
            if (image == null) {
                throw new IllegalStateException(
                        "A frame without a picture of " + cameras.get(i).key());
            }
            cameras.get(i).add(image);
        }
        journal.add(tick);
        figures.frame(tick);
    }

    /** Whether a frame has room now. */
    boolean room() {
        if (!journal.room()) {
            return false;
        }
        for (int i = 0; i < cameras.size(); i++) {
            if (!cameras.get(i).room()) {
                return false;
            }
        }
        return true;
    }

    /** No further frame comes. */
    void end(long nowNs) {
        endedNs = nowNs;
        cameras.forEach(CameraLane::end);
    }

    /** Nobody wants it. Thread: any. */
    void abandon() {
        cameras.forEach(CameraLane::abandon);
        journal.abandon();
    }

    /** Waits until everything is written. */
    void await(Clock clock) throws InterruptedException {
        for (CameraLane camera : cameras) {
            camera.await();
        }
        journal.end();
        journal.await();
        drainMs = (clock.nanoTime() - endedNs) / 1e6;
    }

    /** Bytes that it takes in its journal. */
    long bytes() throws IOException, InterruptedException {
        return DiskWatch.bytes(journal.journal(), cameras);
    }

    /** How long after its end everything was written, in milliseconds. */
    double drainMs() {
        return drainMs;
    }
}
