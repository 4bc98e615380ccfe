/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

/** Counts steps of one thing that is done, tells each, and heeds interruptions. Thread: its creator's. */
final class Steps {
    private final Progress progress;
    private final String what;
    private final long total;
    private long done;

    Steps(Progress progress, String what, long total) {
        this.progress = progress;
        this.what = what;
        this.total = total;
    }

    void next() throws InterruptedException {
        next(1);
    }

    void next(long steps) throws InterruptedException {
        Interrupts.check();
        done += steps;
        progress.at(what, done, total);
    }
}
