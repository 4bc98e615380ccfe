/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Joining;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that is done beside that of its owner, each piece on a thread of its own: cameras take a second to warm up, and need not take it
 * one after the other. Owner: the thread that made it.
 */
final class Beside implements AutoCloseable {
    private final List<FutureTask<Boolean>> tasks = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** A piece of work. An interrupt ends it soon. */
    @FunctionalInterface
    interface Work {
        void run() throws DeviceException, InterruptedException;
    }

    /** Begins {@code work} on a thread of this name. */
    void begin(String thread, Work work) {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            work.run();
            return true;
        });
        tasks.add(task);
        threads.add(Threads.start(thread, task));
    }

    /**
     * Waits until all is done.
     *
     * @throws DeviceException of the first that failed, in the order in which they were begun
     */
    void await() throws DeviceException, InterruptedException {
        for (FutureTask<Boolean> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    private static DeviceException rethrown(Throwable cause) throws DeviceException, InterruptedException {
        if (cause instanceof DeviceException e) {
            throw e;
        }
        if (cause instanceof InterruptedException e) {
            throw e;
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(cause);
    }

    /** Interrupts what is not done yet, and waits until nothing of it runs any more. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        Joining.all(threads);
    }
}
