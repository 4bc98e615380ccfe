/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Class loaders of replaced bundles: whether they can all be collected, or something still holds on to an old version. */
final class ReplacedLoaders {
    private static final int BLOCK_BYTES = 8 << 20;

    private final Clock clock;
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    ReplacedLoaders(Clock clock) {
        this.clock = clock;
    }

    /** Remembers a loader, weakly. */
    void add(ClassLoader loader) {
        loaders.add(new WeakReference<>(loader));
    }

    /** How many are still there after collecting, again and again, for at most {@code limit}; soft references are cleared first. */
    int leaked(Duration limit) throws InterruptedException {
        long endNs = clock.nanoTime() + limit.toNanos();
        clearSoftReferences();
        int alive = alive();
        while (alive > 0 && clock.nanoTime() - endNs < 0) {
            System.gc();
            clock.sleepUntil(clock.nanoTime() + 100_000_000);
            alive = alive();
        }
        return alive;
    }

    private int alive() {
        return (int) loaders.stream().filter(loader -> loader.get() != null).count();
    }

    /** The JVM promises to clear every soft reference before it gives up on memory; so take all there is, and let go. */
    @SuppressWarnings({"CatchingUnchecked", "ModifiedButNotUsed"})
    private static void clearSoftReferences() {
        List<byte[]> all = new ArrayList<>();
        try {
            while (all.size() < Integer.MAX_VALUE) {
                all.add(new byte[BLOCK_BYTES]);
            }
        } catch (OutOfMemoryError e) {
            all.clear();
        }
    }
}
