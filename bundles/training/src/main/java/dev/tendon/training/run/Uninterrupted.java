/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Work that Ctrl-C does not cut short. */
final class Uninterrupted {
    /** What is to be done. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private Uninterrupted() {}

    /** Does it in a thread of its own, and waits: an interrupt would close the channels that it writes through. It is kept for later. */
    static void run(String thread, Work work) throws IOException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread worker = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | RuntimeException | Error e) {
                        failure.set(e);
                    }
                },
                thread);
        worker.start();
        join(worker);
        Throwable thrown = failure.get();
        if (thrown instanceof IOException io) {
            throw io;
        } else if (thrown instanceof RuntimeException bug) {
            throw bug;
        } else if (thrown instanceof Error error) {
            throw error;
        }
    }

    /** Waits for the thread's end; an interrupt is kept for later. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
