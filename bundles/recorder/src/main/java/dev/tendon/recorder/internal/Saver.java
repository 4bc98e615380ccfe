/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.api.time.Clock;
import dev.tendon.dataset.store.EpisodeJournal;
import dev.tendon.recorder.RecordingListener;
import dev.tendon.recorder.SavedEpisode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves episodes that are over, one after the other, while the next one is recorded. Threads: {@link #keep}, {@link #drop}, {@link
 * #leave} and {@link #finish} the recorder's creator's or its own, one at a time; results after {@link #finish}.
 */
final class Saver {
    private static final Logger LOG = LoggerFactory.getLogger(Saver.class);
    private static final double MS = 1e6;

    /** What becomes of an episode. */
    private enum Fate {
        KEEP,
        DROP,
        LEAVE,
        END
    }

    private record Job(Fate fate, @Nullable Take take) {}

    private final Episodes episodes;
    private final RecordingListener listener;
    private final Clock clock;
    private final double fps;
    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<SavedEpisode> saved = new ArrayList<>();
    private final Thread thread;
    private int discarded;
    private long worstUnsynced;
    private int worstBacklog;
    private Optional<Integer> left = Optional.empty();
    private volatile @Nullable IOException failure;
    private @Nullable Throwable bug;

    Saver(Episodes episodes, RecordingListener listener, Clock clock, double fps) {
        this.episodes = episodes;
        this.listener = listener;
        this.clock = clock;
        this.fps = fps;
        thread = Threads.unstarted("tendon-saver", this::run);
    }

    void start() {
        thread.start();
    }

    void keep(Take take) {
        add(new Job(Fate.KEEP, take));
    }

    void drop(Take take) {
        take.abandon();
        add(new Job(Fate.DROP, take));
    }

    void leave(Take take) {
        add(new Job(Fate.LEAVE, take));
    }

    private void add(Job job) {
        waiting.incrementAndGet();
        jobs.add(job);
    }

    /** Episodes that are not done yet. Thread: any. */
    int waiting() {
        return waiting.get();
    }

    /** What could not be saved first; null where all could. Thread: any. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** What was thrown that must not be; after {@link #finish}. */
    @Nullable
    Throwable bug() {
        return bug;
    }

    /** Waits until everything is saved. */
    void finish() throws InterruptedException {
        jobs.add(new Job(Fate.END, null));
        thread.join();
    }

    List<SavedEpisode> saved() {
        return saved;
    }

    int discarded() {
        return discarded;
    }

    /** The most frames that were not on the disk. */
    long worstUnsynced() {
        return worstUnsynced;
    }

    int worstBacklog() {
        return worstBacklog;
    }

    /** Frames of the episode that was left in its journal. */
    Optional<Integer> left() {
        return left;
    }

    private void run() {
        try {
            while (true) {
                Job job = jobs.take();
                Take take = job.take();
                if (take == null) {
                    return;
                }
                try {
                    done(job.fate(), take);
                } catch (IOException e) {
                    failed(take, e);
                } catch (RuntimeException | Error e) {
                    LOG.error("An episode could not be saved", e); // a bug, which must not cost the next episode, too
                    bug = bug == null ? e : bug;
                } finally {
                    waiting.decrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            // the process ends; the journals are whole
        }
    }

    private void done(Fate fate, Take take) throws IOException, InterruptedException {
        take.await(clock);
        EpisodeJournal journal = take.journal().journal();
        if (fate == Fate.DROP) {
            episodes.discard(journal);
            discarded++;
            return;
        }
        worstUnsynced = Math.max(worstUnsynced, take.journal().worstUnsynced());
        worstBacklog = Math.max(worstBacklog, take.worstBacklog());
        if (fate == Fate.LEAVE) {
            journal.close();
            left = Optional.of(journal.frames());
            return;
        }
        long begunNs = clock.nanoTime();
        long bytes = take.bytes();
        int index = episodes.save(take, journal);
        double saveMs = take.drainMs() + (clock.nanoTime() - begunNs) / MS;
        EpisodeFigures figures = take.figures();
        saved.add(new SavedEpisode(
                index, figures.frames(), figures.dropped(), figures.fps(), figures.overruns(), saveMs, bytes));
        listener.line(String.format(
                Locale.ROOT,
                "episode %d saved in %.0f ms, %.0f of them for what was still to be encoded: %s",
                index,
                saveMs,
                take.drainMs(),
                figures.line(fps)));
        IOException cut = take.failed();
        if (cut != null) {
            throw cut;
        }
    }

    private void failed(Take take, IOException e) {
        if (failure == null) {
            failure = e;
        }
        listener.line("error: episode " + (take.number() + 1)
                + " of this recording could not be written whole; what there is stays in "
                + "the journal unless it was saved: " + e.getMessage());
    }
}
