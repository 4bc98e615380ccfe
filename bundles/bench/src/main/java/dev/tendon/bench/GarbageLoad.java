/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;

/** Another thread that makes garbage at a steady rate, as plugins, encoders and pages do. */
final class GarbageLoad implements AutoCloseable {
    private static final int BLOCK_BYTES = 10_000;
    private static final long SLICE_NS = 10_000_000;

    private final Clock clock;
    private final Thread thread;
    private final int blocksPerSlice;

    /** Where the garbage is seen, so that no compiler takes it away. */
    @SuppressWarnings("UnusedVariable")
    private volatile byte[] seen = {};

    /** {@code megabytesPerSecond} in units of a million bytes. */
    GarbageLoad(Clock clock, int megabytesPerSecond) {
        this.clock = clock;
        blocksPerSlice = (int) (megabytesPerSecond * 1_000_000L * SLICE_NS / 1_000_000_000L / BLOCK_BYTES);
        thread = new Thread(this::run, "tendon-bench-garbage");
        thread.setDaemon(true);
    }

    /** Begins. Once. */
    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (long due = clock.nanoTime(); ; due += SLICE_NS) {
                for (int i = 0; i < blocksPerSlice; i++) {
                    seen = new byte[BLOCK_BYTES];
                }
                clock.sleepUntil(due + SLICE_NS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
