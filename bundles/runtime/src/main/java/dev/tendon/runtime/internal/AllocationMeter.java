/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.runtime.SessionReport;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures what its thread allocates from tick to tick; measuring allocates nothing. Owner: the control thread. */
final class AllocationMeter {
    /** HotSpot's extension is reached only through here: another JVM may lack it. */
    private static final class HotSpot {
        private final com.sun.management.ThreadMXBean threads;

        private HotSpot(com.sun.management.ThreadMXBean threads) {
            this.threads = threads;
        }

        static @Nullable HotSpot find() {
            return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                            && threads.isThreadAllocatedMemorySupported()
                            && threads.isThreadAllocatedMemoryEnabled()
                    ? new HotSpot(threads)
                    : null;
        }

        long allocated() {
            return threads.getCurrentThreadAllocatedBytes();
        }
    }

    private final @Nullable HotSpot hotSpot;
    private final long warmUpTicks;
    private long last = -1;
    private long ticks;
    private long cleanTicks;
    private long bytes;
    private long maxBytes;

    /** @param warmUpTicks from which tick on to measure; negative: never */
    AllocationMeter(long warmUpTicks) {
        this.warmUpTicks = warmUpTicks;
        hotSpot = warmUpTicks < 0 ? null : find();
    }

    private static @Nullable HotSpot find() {
        try {
            return HotSpot.find();
        } catch (LinkageError e) {
            return null;
        }
    }

    /**
     * A tick begins.
     *
     * @param tick its number
     * @param counts whether the one before was free of faults and exchanges
     */
    void begin(long tick, boolean counts) {
        HotSpot meter = hotSpot;
        if (meter == null || tick < warmUpTicks) {
            return;
        }
        long now = meter.allocated();
        if (last >= 0 && counts) {
            long used = now - last;
            ticks++;
            cleanTicks += used == 0 ? 1 : 0;
            bytes += used;
            maxBytes = Math.max(maxBytes, used);
        }
        last = now;
    }

    Optional<SessionReport.Allocation> report() {
        if (hotSpot == null) {
            return Optional.empty();
        }
        return Optional.of(new SessionReport.Allocation(
                ticks,
                ticks == 0 ? 1 : (double) cleanTicks / ticks,
                ticks == 0 ? 0 : (double) bytes / ticks,
                maxBytes));
    }
}
