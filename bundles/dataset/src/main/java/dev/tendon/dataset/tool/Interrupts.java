/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** A thread that is interrupted in the middle of reading gets an error from its file. It is an interruption all the same. */
final class Interrupts {
    private Interrupts() {}

    static <T> T heed(Work<T> work) throws IOException, InterruptedException {
        T result;
        try {
            result = work.run();
        } catch (ClosedByInterruptException e) {
            throw interruption();
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw interruption();
            }
            throw e;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw interruption();
        }
        return result;
    }

    /** Ends long work. */
    static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static InterruptedException interruption() {
        Thread.interrupted(); // told by the exception from here on
        return new InterruptedException();
    }

    /** What may be interrupted. */
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }
}
