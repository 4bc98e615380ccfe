/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.api.time.Clock;
import dev.tendon.dataset.store.EpisodeJournal;
import dev.tendon.runtime.Tick;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The rows of one episode: writes them into its journal, on a thread of its own, and twice a second makes everything durable, the
 * videos first. A disk that is slow for a moment holds up nobody else. Thread: {@link #room}, {@link #add} and {@link #end} the recorder's;
 * {@link #image} the cameras' lanes; the rest as said.
 */
final class JournalLane {
    /**
     * With the third of a second that SVT-AV1 keeps inside, less than a second of an episode is not on the disk. Twice as often as would
     * do for everything else.
     */
    private static final long SYNC_EVERY_NS = 500_000_000;

    /** Opens the journal, on the lane's thread. */
    @FunctionalInterface
    interface Opening {
        EpisodeJournal open() throws IOException;
    }

    /** Something to be written. */
    @FunctionalInterface
    private interface Work {
        void write(EpisodeJournal journal) throws IOException;
    }

    private static final Work END = journal -> {};

    private final Opening opening;
    private final RowMap map;
    private final List<CameraLane> cameras;
    private final int limit;
    private final DiskWatch disk;
    private final Clock clock;
    private final Consumer<IOException> failure;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger rows = new AtomicInteger();
    private final CompletableFuture<EpisodeJournal> opened = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean abandoned;
    private long worstUnsynced;

    /**
     * A lane, not started.
     *
     * @param cameras whose pictures belong to the rows; complete before {@link #start}
     * @param limit how many rows may wait
     * @param failure is told, once, that something could not be written; the lane then takes rows and forgets them
     */
    JournalLane(
            Opening opening,
            RowMap map,
            List<CameraLane> cameras,
            int limit,
            DiskWatch disk,
            Clock clock,
            Consumer<IOException> failure,
            String threadName) {
        this.opening = opening;
        this.map = map;
        this.cameras = cameras;
        this.limit = limit;
        this.disk = disk;
        this.clock = clock;
        this.failure = failure;
        thread = Threads.unstarted(threadName, this::run);
    }

    void start() {
        thread.start();
    }

    boolean room() {
        return rows.get() < limit;
    }

    void add(Tick tick) {
        double[] state = new double[tick.observation().layout().values()];
        tick.observation().copyValues(state);
        double[] action = map.action(tick);
        rows.incrementAndGet();
        queue.add(journal -> {
            map.fill(journal.row(), state, action);
            journal.append();
            rows.decrementAndGet();
        });
    }

    /** The next frame's picture of a feature that keeps pictures in the rows. */
    void image(String key, byte[] png) {
        queue.add(journal -> journal.image(key, java.nio.ByteBuffer.wrap(png)));
    }

    /** Nothing further comes, from the cameras neither. */
    void end() {
        queue.add(END);
    }

    /** Forgets what waits, because nobody wants it. Thread: any. */
    void abandon() {
        abandoned = true;
    }

    /** Waits until everything is written and durable, after {@link #end}. Thread: any. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** The journal, once it is open. Thread: any. */
    EpisodeJournal journal() throws IOException, InterruptedException {
        try {
            return opened.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    "The journal could not be opened: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** The most frames that were ever not durable yet. After {@link #await}. */
    long worstUnsynced() {
        return worstUnsynced;
    }

    private void run() {
        try {
            write();
        } catch (IOException e) {
            failed(e);
        } catch (InterruptedException e) {
            failed(new InterruptedIOException("Interrupted while writing the journal"));
        } catch (RuntimeException | Error e) {
            failed(new IOException("The journal cannot be written: " + e, e));
        }
    }

    private void write() throws IOException, InterruptedException {
        EpisodeJournal journal = opening.open();
        opened.complete(journal);
        long syncNs = clock.nanoTime() + SYNC_EVERY_NS;
        while (true) {
            Work work = queue.poll(Math.max(1, syncNs - clock.nanoTime()), TimeUnit.NANOSECONDS);
            if (work == END) {
                break;
            }
            if (work != null && !abandoned) {
                work.write(journal);
            }
            long now = clock.nanoTime();
            if (now - syncNs >= 0) {
                sync(journal);
                syncNs = Math.max(syncNs + SYNC_EVERY_NS, now);
            }
        }
        if (!abandoned) {
            sync(journal);
        }
    }

    private void sync(EpisodeJournal journal) throws IOException {
        worstUnsynced = Math.max(worstUnsynced, journal.frames() - journal.durableFrames());
        for (CameraLane camera : cameras) {
            long durable = camera.sync();
            if (durable >= 0) {
                journal.videoDurable(camera.key(), durable);
            }
        }
        journal.sync();
        disk.look(journal, cameras);
    }

    /** Tells it, and lets go of what comes until the end. */
    private void failed(IOException e) {
        opened.completeExceptionally(e);
        failure.accept(e);
        try {
            Work work;
            do {
                work = queue.take();
            } while (work != END);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
