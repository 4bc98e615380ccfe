/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.time;

import java.util.List;

/** Waits for threads that were told to end. Thread: any. */
public final class Joining {
    private Joining() {}

    /** Waits until none of {@code threads} runs any more; an interrupt meanwhile is kept for the caller. */
    public static void all(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
