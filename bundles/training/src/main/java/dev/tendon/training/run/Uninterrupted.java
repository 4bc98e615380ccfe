/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Work that an interrupt does not cut short: a channel that is interrupted is closed, in the middle of a file. */
final class Uninterrupted {
    /** What is to be done. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    private Uninterrupted() {}

    /**
     * Does it in a thread of its own, and waits.
     *
     * @param interrupted is called for each interrupt meanwhile, which is thereby answered
     */
    static <T> T call(String thread, Work<T> work, Runnable interrupted) throws IOException {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread worker = new Thread(
                () -> {
                    try {
                        result.set(work.run());
                    } catch (IOException | RuntimeException | Error e) {
                        failure.set(e);
                    }
                },
                thread);
        worker.start();
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted.run();
            }
        }
        Throwable thrown = failure.get();
        if (thrown instanceof IOException io) {
            throw io;
        } else if (thrown instanceof RuntimeException bug) {
            throw bug;
        } else if (thrown instanceof Error error) {
            throw error;
        }
        return result.get();
    }
}
