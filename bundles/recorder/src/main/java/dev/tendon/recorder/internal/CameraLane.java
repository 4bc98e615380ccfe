/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.api.frame.Image;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One camera of one episode: copies of its pictures wait here for their encoder, which has a thread of its own. The queue is bounded;
 * whoever adds asks first whether there is room. Thread: {@link #room}, {@link #add} and {@link #end} the recorder's; the rest as said.
 */
final class CameraLane {
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    /** Encoding is most of the work, and has the queue to be late in. */
    private static final int NICE = 3;

    /** Opens the sink, on the lane's thread. */
    @FunctionalInterface
    interface Opening {
        PictureSink open() throws IOException, InterruptedException;
    }

    private final String key;
    private final FramePool pool;
    private final int limit;
    private final Opening opening;
    private final Consumer<IOException> failure;
    private final BlockingQueue<ByteBuffer> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger backlog = new AtomicInteger();
    private final Object syncing = new Object();
    private final Thread thread;
    private int worstBacklog;
    private @Nullable PictureSink sink;
    private boolean finished;
    private volatile boolean abandoned;

    /**
     * A lane, not started.
     *
     * @param key the feature that the pictures belong to
     * @param limit how many pictures may wait
     * @param failure is told, once, that a picture could not be written; the lane then takes pictures and forgets them
     */
    CameraLane(
            String key, FramePool pool, int limit, Opening opening, Consumer<IOException> failure, String threadName) {
        this.key = key;
        this.pool = pool;
        this.limit = limit;
        this.opening = opening;
        this.failure = failure;
        thread = Threads.unstarted(threadName, this::run);
    }

    void start() {
        thread.start();
    }

    String key() {
        return key;
    }

    boolean room() {
        return backlog.get() < limit && pool.free();
    }

    /** Copies a picture; only where there is {@link #room}. Grey becomes RGB. */
    void add(Image image) {
        ByteBuffer copy = pool.take();
        if (copy == null) {
            throw new IllegalStateException("No room for a picture of " + key);
        }
        ByteBuffer pixels = image.pixels().duplicate();
        pixels.clear();
        if (image.channels() == 1) {
            for (int i = 0; i < pixels.capacity(); i++) {
                byte grey = pixels.get(i);
                copy.put(grey).put(grey).put(grey);
            }
        } else {
            copy.put(pixels);
        }
        copy.flip();
        worstBacklog = Math.max(worstBacklog, backlog.incrementAndGet());
        queue.add(copy);
    }

    /** Pictures that wait. Thread: any. */
    int backlog() {
        return backlog.get();
    }

    /** The most that ever waited. Thread: the recorder's. */
    int worstBacklog() {
        return worstBacklog;
    }

    /** No further picture comes. */
    void end() {
        queue.add(END);
    }

    /** Forgets what waits, because nobody wants it. Thread: any. */
    void abandon() {
        abandoned = true;
    }

    /** Waits until everything is written, after {@link #end}. Thread: any. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Makes durable what was written; how many pictures are then; -1 where that is not this call's to say any more. Thread: the journal's. */
    long sync() throws IOException {
        synchronized (syncing) {
            PictureSink open = sink;
            return open == null || finished ? -1 : open.durable();
        }
    }

    private void run() {
        Background.enter(NICE);
        try {
            write();
        } catch (IOException e) {
            failed(e);
        } catch (InterruptedException e) {
            failed(new InterruptedIOException("Interrupted while writing pictures of " + key));
        } catch (RuntimeException | Error e) {
            failed(new IOException("Pictures of " + key + " cannot be written: " + e, e));
        }
    }

    private void write() throws IOException, InterruptedException {
        try (PictureSink open = opening.open()) {
            synchronized (syncing) {
                sink = open;
            }
            for (ByteBuffer picture = queue.take(); picture.capacity() > 0; picture = queue.take()) {
                try {
                    if (!abandoned) {
                        open.write(picture);
                    }
                } finally {
                    done(picture);
                }
            }
            synchronized (syncing) {
                finished = true;
                if (!abandoned) {
                    open.finish();
                }
            }
        } finally {
            synchronized (syncing) {
                finished = true;
            }
        }
    }

    private void done(ByteBuffer picture) {
        pool.giveBack(picture);
        backlog.decrementAndGet();
    }

    /** Tells it, and lets go of what comes until the end, so that nothing is held up. */
    private void failed(IOException e) {
        failure.accept(e);
        try {
            for (ByteBuffer picture = queue.take(); picture.capacity() > 0; picture = queue.take()) {
                done(picture);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
