/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every thread of this bundle: a daemon, named, and without a plugin's class loader as its context. Thread: any. */
final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private Threads() {}

    static Thread unstarted(String name, Runnable body) {
        Thread thread = new Thread(null, body, name, 0, false);
        thread.setDaemon(true);
        // An inherited one could be a plugin's, and would keep its replaced version alive.
        thread.setContextClassLoader(Threads.class.getClassLoader());
        thread.setUncaughtExceptionHandler((t, e) -> LOG.error("Thread {} ended unexpectedly", t.getName(), e));
        return thread;
    }

    static Thread start(String name, Runnable body) {
        Thread thread = unstarted(name, body);
        thread.start();
        return thread;
    }
}
