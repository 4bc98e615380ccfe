/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import dev.tendon.api.time.Joining;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that carry out one job side by side, the caller's among them; they wait in between. A call allocates nothing. Thread: one at a
 * time calls {@link #run}; any calls {@link #close}.
 */
public final class Lanes implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final Object lock = new Object();
    private @Nullable IntConsumer job;
    private @Nullable Throwable failure;
    private long round;
    private int busy;
    private boolean closed;

    /** {@code count} lanes: one less thread is started. */
    public Lanes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one lane, not " + count);
        }
        for (int i = 1; i < count; i++) {
            int lane = i;
            Thread thread = new Thread(() -> serve(lane), "tendon-lane-" + lane);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** How many. */
    public int count() {
        return threads.size() + 1;
    }

    /**
     * Calls {@code work} with each lane's number, from 0 on, all at once, and returns when all have returned.
     *
     * @throws IllegalStateException where the lanes are closed
     */
    public void run(IntConsumer work) {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("These lanes are closed");
            }
            job = work;
            failure = null;
            busy = threads.size();
            round++;
            lock.notifyAll();
        }
        Throwable thrown;
        try {
            work.accept(0);
        } finally {
            thrown = awaitOthers();
        }
        if (thrown != null) {
            throw new IllegalStateException("A lane failed", thrown);
        }
    }

    private @Nullable Throwable awaitOthers() {
        boolean interrupted = false;
        Throwable thrown;
        synchronized (lock) {
            while (busy > 0) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    interrupted = true; // others still write what the caller lent: a job is short, and ends
                }
            }
            job = null;
            thrown = failure;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return thrown;
    }

    private void serve(int lane) {
        long done = 0;
        while (true) {
            IntConsumer work;
            synchronized (lock) {
                while (round == done && !closed) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                if (round == done) {
                    return;
                }
                done = round;
                work = job;
            }
            Throwable thrown = null;
            try {
                if (work != null) {
                    work.accept(lane);
                }
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
            synchronized (lock) {
                failure = thrown == null ? failure : thrown;
                busy--;
                lock.notifyAll();
            }
        }
    }

    /** Ends the threads, after the job that they are at. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        Joining.all(threads);
    }
}
