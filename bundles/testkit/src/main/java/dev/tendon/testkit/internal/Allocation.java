/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.testkit.Check.Body;
import java.lang.management.ManagementFactory;

/** Counts what a thread allocates. HotSpot only; other JVMs are not asked. */
final class Allocation {
    private static final int WARM_UP = 300;
    private static final int TICKS = 200;
    private static final double CLEAN = 0.9;

    private Allocation() {}

    /** Ticks {@code tick} and fails where more than a few of its ticks allocate. */
    static void none(Body tick) throws Exception {
        if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()) {
            throw new NotTried("This JVM does not tell what a thread allocates.");
        }
        for (int i = 0; i < WARM_UP; i++) {
            tick.run();
        }
        int clean = 0;
        long bytes = 0;
        for (int i = 0; i < TICKS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            tick.run();
            long used = threads.getCurrentThreadAllocatedBytes() - before;
            clean += used == 0 ? 1 : 0;
            bytes += used;
        }
        Violation.unless(
                clean >= CLEAN * TICKS,
                "Of " + TICKS + " ticks after the first " + WARM_UP + ", " + (TICKS - clean) + " allocated, "
                        + bytes / TICKS + " bytes a tick. Keep arrays and buffers in fields; box no numbers.");
    }
}
