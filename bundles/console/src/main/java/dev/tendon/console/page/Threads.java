/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every thread of this bundle: a daemon, named, and of low priority where the system knows that. Thread: any. */
public final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private Threads() {}

    /** One that does not run yet. Where the system ignores priorities nothing depends on them. */
    @SuppressWarnings("ThreadPriorityCheck")
    public static Thread unstarted(String name, Runnable body) {
        Thread thread = new Thread(null, body, name, 0, false);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setContextClassLoader(Threads.class.getClassLoader());
        thread.setUncaughtExceptionHandler((t, e) -> LOG.error("Thread {} ended unexpectedly", t.getName(), e));
        return thread;
    }

    public static Thread start(String name, Runnable body) {
        Thread thread = unstarted(name, body);
        thread.start();
        return thread;
    }

    /** Interrupts it and waits until it is gone, or for this long. */
    public static void end(Thread thread, long ms) {
        thread.interrupt();
        try {
            thread.join(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
