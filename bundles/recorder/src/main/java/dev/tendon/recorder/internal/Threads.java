/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes threads that tell the log if they end by an exception. */
final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private Threads() {}

    static Thread unstarted(String name, Runnable body) {
        Thread thread = new Thread(null, body, name, 0, false);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, e) -> LOG.error("Thread {} ended unexpectedly", t.getName(), e));
        return thread;
    }
}
