/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.testkit.Check.Body;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what may never return, in a thread of its own. Thread: any. */
public final class Bounded {
    private Bounded() {}

    /**
     * Runs {@code body} and waits for its end.
     *
     * @throws Violation where it does not end within {@code limit}: says where it was
     * @throws Exception what the body throws
     */
    public static void run(String threadName, Duration limit, Body body) throws Exception {
        run(threadName, limit, Thread.currentThread().getContextClassLoader(), body);
    }

    /** As {@link #run(String, Duration, Body)}; threads that the body starts inherit {@code marker}. */
    static void run(String threadName, Duration limit, ClassLoader marker, Body body) throws Exception {
        FutureTask<Void> task = new FutureTask<>(() -> {
            body.run();
            return null;
        });
        Thread thread = new Thread(task, threadName);
        thread.setDaemon(true);
        thread.setContextClassLoader(marker);
        thread.start();
        try {
            task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            thread.join(limit.toMillis());
        } catch (TimeoutException e) {
            String where = Words.place(thread.getStackTrace());
            thread.interrupt();
            throw new Violation("It did not return within " + limit.toMillis() / 1000.0 + " s" + where);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            } else if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        }
    }
}
